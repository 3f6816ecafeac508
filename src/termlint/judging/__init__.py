"""What the house style says of each mention: the verdict, the words for it, and a fix where one is right."""

from termlint.judging.agreement import judge_agreement
from termlint.judging.baselining import silence
from termlint.judging.contradicting import may_be_reported
from termlint.judging.judge import judge
from termlint.judging.suppressing import SUPPRESSION_CODES, judge_suppressions

__all__ = ["SUPPRESSION_CODES", "judge", "judge_agreement", "judge_suppressions", "may_be_reported", "silence"]
