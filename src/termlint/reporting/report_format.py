"""The names of the formats. Imported by the command line before anything is read, so it imports next to nothing."""

from enum import StrEnum


class ReportFormat(StrEnum):
    """Who reads it."""

    TEXT = "text"
    """A person: each finding with its line, then a summary."""
    CONCISE = "concise"
    """A person or an editor: a line a finding."""
    JSON = "json"
    """A program: one object with everything."""
    JSONL = "jsonl"
    """A program: one object a finding."""
    SARIF = "sarif"
    """GitHub code scanning, editors."""
    GITHUB = "github"
    """GitHub Actions: annotations, and a job summary."""
    GITLAB = "gitlab"
    """GitLab's code quality report."""
    RDJSON = "rdjson"
    """reviewdog: review comments with suggestions."""
    JUNIT = "junit"
    """CI servers: a failed test a finding."""
    CHECKSTYLE = "checkstyle"
    """Build servers and review bots."""
    MARKDOWN = "markdown"
    """A comment on a pull request."""
