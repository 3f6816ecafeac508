"""Files that are settings or records of tools, by their names: there is no prose in them for anybody to change."""

import re

_NAMES = re.compile(
    r"(?:package(?:-lock)?|npm-shrinkwrap|composer|bower|[tj]sconfig(?:\.[\w\-]+)?|deno|angular|nx|lerna|turbo|vercel|renovate"
    r"|\.?(?:eslintrc|prettierrc|babelrc|stylelintrc|releaserc|swcrc)|firebase|netlify|now|manifest|appsettings(?:\.\w+)?|launch"
    r"|settings|tasks|devcontainer|cspell|\.termlint-baseline|\.markdownlint|\.textlintrc|tslint|biome|components)\.jsonc?"
    r"|[\w.\-]*(?:\.lock|-lock|\.lock\.json|-lock\.json|-lock\.ya?ml|\.schema\.json|\.min\.json|\.tfstate\.json|\.ipynb_checkpoints)"
    r"|(?:docker-compose|compose)(?:\.[\w\-]+)?\.ya?ml|\.pre-commit-(?:config|hooks)\.ya?ml|\.?(?:gitlab-ci|travis|codecov|appveyor"
    r"|yamllint|golangci|rubocop|readthedocs|goreleaser|termlint|vale|clang-format)\.ya?ml|(?:environment|conda|meta|Chart|pubspec|values"
    r"|kustomization|dependabot|serverless|cloudbuild|action|skaffold|buildspec|mkdocs|_config|pnpm-workspace)\.ya?ml",
    re.IGNORECASE,
)
_FOLDERS = frozenset((".github/workflows", ".circleci", ".vscode", ".idea", "node_modules", ".git", "k8s"))


def is_manifest(path: str) -> bool:
    """Whether a file is a lock file, a package manifest or a tool's settings.

    >>> is_manifest("site/package.json"), is_manifest("pnpm-lock.yaml"), is_manifest("macros.json")
    (True, True, False)
    """
    folder, _, name = path.replace("\\", "/").rpartition("/")
    if _NAMES.fullmatch(name):
        return True
    return any(f"/{known}/" in f"/{folder}/" for known in _FOLDERS)
