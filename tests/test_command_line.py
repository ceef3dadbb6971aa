"""The command line, run as users run it."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from articlekit import Article, parse_text, sample_text
from articlekit.__main__ import main


def articlekit(*words: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "articlekit", *words], input=data, capture_output=True, check=False)


def test_the_demo_prints_the_sample_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo"]) == 0
    assert Article.from_dict(json.loads(capsys.readouterr().out)) == parse_text(sample_text())


def test_files_give_one_line_of_json_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text(sample_text(), "utf-8")

    assert main([str(page), str(page)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["headline"] for line in lines] == ["Harbor bridge reopens after flood"] * 2


def test_a_dash_reads_standard_input() -> None:
    run = articlekit("-", data="﻿MOSCOW (AP) — Officials met.".encode())

    assert run.returncode == 0
    assert json.loads(run.stdout)["dateline"]["agencies"] == ["AP"]


def test_explain_shows_field_span_rule_and_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_text(sample_text(), "utf-8")

    assert main(["explain", str(page)]) == 0
    out = capsys.readouterr().out
    assert "dateline.places[0].region" in out
    assert "dateline.place-region" in out


def test_a_missing_file_is_one_sentence_and_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no/such/file"]) == 2
    assert capsys.readouterr().err == "articlekit: cannot read no/such/file: no such file or directory\n"


def test_bytes_that_are_no_text_are_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(b"\xff\xfe\x00")

    assert main([str(page)]) == 2
    assert "is not UTF-8 text: byte 0 cannot be read" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_keeps_no_other_from_being_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = tmp_path / "bridge.txt"
    good.write_text("Bridge reopens", "utf-8")

    assert main([str(tmp_path / "gone.txt"), str(good)]) == 2
    shown = capsys.readouterr()
    assert json.loads(shown.out)["leftover"] == ["Bridge reopens"]
    assert "gone.txt" in shown.err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])

    assert (stop.value.code, capsys.readouterr().out) == (0, f"articlekit {version('articlekit')}\n")


def test_no_words_at_all_is_a_usage_error() -> None:
    assert articlekit().returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="a shell's pipe")
def test_a_broken_pipe_is_no_error(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(sample_text(), "utf-8")
    script = f'"{sys.executable}" -m articlekit {" ".join([str(page)] * 200)} | head -c 10; echo "${{PIPESTATUS[0]}}"'
    run = subprocess.run(["bash", "-c", script], capture_output=True, check=False)

    assert run.stdout.endswith(b"0\n")
    assert run.stderr == b""


def test_a_file_that_begins_as_html_does_is_read_as_html(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page"
    page.write_bytes("\n<h1>Brücke offen</h1><p>Die Brücke über den Fluss ist seit Freitag wieder offen.</p>".encode())

    assert main([str(page)]) == 0
    assert json.loads(capsys.readouterr().out)["headline"] == "Brücke offen"
    assert main(["explain", str(page)]) == 0
    assert "headline.line" in capsys.readouterr().out
