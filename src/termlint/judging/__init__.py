"""What the house style says of each mention: the verdict, the words for it, and a fix where one is right."""

from termlint.judging.agreement import judge_agreement
from termlint.judging.judge import judge

__all__ = ["judge", "judge_agreement"]
