from pathlib import Path

from cranework.dialogue.beside import beside


def test_files_with_the_name_of_the_film_are_found(tmp_path: Path) -> None:
    names = ["Film.srt", "Film.en.srt", "film.pt-BR.forced.ass", "Film.2.srt", "Film.mkv"]
    for name in [
        *names,
        "Film 2 the return.srt",
        "Film 2.srt",
        "Film_2.en.srt",
        "Filmmaker.srt",
        "Other.srt",
        "Film.json",
        "Film.en.jpg",
    ]:
        (tmp_path / name).touch()
    (tmp_path / "Subs").mkdir()
    (tmp_path / "Subs" / "Film.ru.srt").touch()
    found = [path.name for path in beside(tmp_path / "Film.mkv")]
    assert found == ["Film.srt", "Film.2.srt", "Film.en.srt", "film.pt-BR.forced.ass", "Film.ru.srt"]


def test_a_missing_folder_has_no_files(tmp_path: Path) -> None:
    assert beside(tmp_path / "nowhere" / "Film.mkv") == []
