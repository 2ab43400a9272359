"""The one tree of errors: each says what is wrong and what one can do, and knows its exit code.

Every error keeps its values as positional arguments, so that it survives pickling on its way out of a worker process.
"""


class CraneworkError(Exception):
    """Base of everything that Cranework reports on purpose.

    Attributes:
        subject: what the sentence is about (a file name as the user gave it), or an empty string.
        problem: what is wrong, in words, without a full stop.
        remedy: what one can do, in words, or an empty string.
        detail: a library's own last words, shown with ``--verbose`` only.
    """

    exit_code = 1

    def __init__(self, subject: str, problem: str, remedy: str = "", detail: str = "") -> None:
        super().__init__(subject, problem, remedy, detail)
        self.subject, self.problem, self.remedy, self.detail = subject, problem, remedy, detail

    def __str__(self) -> str:
        sentence = f"{self.problem}; {self.remedy}" if self.remedy else self.problem
        line = f"{self.subject}: {sentence}" if self.subject else sentence
        return " ".join(line.split())


class UsageError(CraneworkError):
    """The call makes no sense: an unknown layer, two options that exclude each other."""

    exit_code = 2


class InputError(CraneworkError):
    """An input cannot be used: nothing is left behind."""

    exit_code = 3


class NotAFilm(InputError):
    """The file is not there, or holds no moving picture that can be read."""


class DamagedFilm(InputError):
    """The file is a film, but no picture can be got out of it (damaged, encrypted, no decoder)."""


class NotSubtitles(InputError):
    """The file is not there, or holds no dialogue as text with times."""


class PictureSubtitles(NotSubtitles):
    """There are subtitles, but they are pictures: there is no text to read."""


class DecoderFailed(InputError):
    """The decoder crashed, hung or wanted more memory than it may have."""


class NotAStudy(InputError):
    """The file is no study, or a damaged one."""


class NewerStudy(NotAStudy):
    """The study was made by a newer version of Cranework."""


class NotAText(InputError):
    """The file is not there, or holds no text that can be read."""


class TextTooLong(InputError):
    """The text is longer than what is read at once."""


class StudyUnfinished(InputError):
    """What is asked for has not been measured yet."""


class NotReferences(InputError):
    """The file is no store of reference data, or a damaged one."""


class NewerReferences(NotReferences):
    """The reference store was made by a newer version of Cranework."""


class NotImportable(InputError):
    """A file of reference data cannot be read: another format, damaged, or an older edition than the store has."""


class SurroundingsError(CraneworkError):
    """The surroundings do not allow it: no space, no permission, the study is in use."""

    exit_code = 4


class NoSpace(SurroundingsError):
    """The disk (or a quota) is full."""


class NoPermission(SurroundingsError):
    """A file may not be read or written."""


class StudyInUse(SurroundingsError):
    """Another process is writing the study."""


class ReferencesInUse(SurroundingsError):
    """Another process is writing the reference store."""


class NotReached(SurroundingsError):
    """A service that the user asked for by name does not answer."""


class Stopped(CraneworkError):
    """The user stopped the work; what was finished is kept."""

    exit_code = 130
