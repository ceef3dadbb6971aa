"""The command line, run as users run it."""

import csv
import gzip
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from articlekit import ROW_SCHEMA, Article, parse_text, sample_text, to_markdown, to_text
from articlekit.cli import main
from articlekit.cli.batch import Task, answers
from articlekit.cli.documents import Document
from articlekit.cli.interrupt import Interrupt

PAGE = (
    "<h1>Bridge reopens</h1><p>By Ada Quill</p>"
    "<p>LAKETOWN, Ohio (AP) — The bridge reopened on <a href='/f'>Friday</a>.</p>"
)

#: packed with gzip, and not unpacked by it
BROKEN = b"\xff".join((gzip.compress(PAGE.encode() * 9)[:40], b"\xff" * 18, gzip.compress(PAGE.encode() * 9)[60:]))


def articlekit(*words: str, data: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    call = [sys.executable, "-m", "articlekit", *words]
    return subprocess.run(call, input=data, capture_output=True, check=False, env=os.environ | env)


def lines(out: str | bytes) -> list[dict[str, Any]]:
    text = out if isinstance(out, str) else out.decode()
    return [json.loads(line) for line in text.split("\n") if line]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a page, a text, packed and hidden files, and what is neither."""
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "b.txt").write_text(sample_text(), "utf-8")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "c" / "bad.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / ".hidden").write_text("no", "utf-8")
    return tmp_path


# --------------------------------------------------------------------------- what comes in


def test_a_folder_is_read_to_its_last_file_in_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 1
    found = lines(capsys.readouterr().out)

    names = ["a.html", "b.txt", "c/bad.txt", "c/d.html.gz"]
    assert [line["source"] for line in found] == [str(folder / name) for name in names]
    assert [line.get("headline") for line in found] == ["Bridge reopens", HEADLINE, None, "Bridge reopens"]
    assert found[2]["error"] == {"kind": "ReadError", "message": "is not UTF-8 text: byte 0 cannot be read"}


HEADLINE = "Harbor bridge reopens after flood"


@pytest.mark.parametrize("words", [["{}/*.html"], ["{}/**/*.gz"], ["{}/a.html"], ["--files-from", "{}/list.txt"]])
def test_patterns_and_lists_name_files(folder: Path, words: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "list.txt").write_text(f"\n{folder}/a.html\n\n", "utf-8")

    assert main([word.format(folder) for word in words]) == 0
    assert [line["headline"] for line in lines(capsys.readouterr().out)] == ["Bridge reopens"]


def test_a_dash_reads_standard_input() -> None:
    run = articlekit("-", data="﻿MOSCOW (AP) — Officials met.".encode())

    assert run.returncode == 0
    assert lines(run.stdout)[0]["dateline"]["agencies"] == ["AP"]


def test_a_list_of_names_may_come_from_standard_input(folder: Path) -> None:
    run = articlekit("--files-from", "-", data=f"{folder}/a.html\n{folder}/b.txt\n".encode())

    assert [line["headline"] for line in lines(run.stdout)] == ["Bridge reopens", HEADLINE]


@pytest.mark.parametrize("pack", [lambda data: data, gzip.compress])
def test_json_lines_hold_a_document_each(pack: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = [
        json.dumps({"html": PAGE, "url": "https://ledger.example/2024/03/08/a"}),
        "",
        json.dumps({"text": sample_text()}),
        "{",
        json.dumps(["no"]),
        json.dumps({"url": "https://ledger.example/b"}),
        "[" * 100_000,
    ]
    path = tmp_path / ("pages.jsonl" if pack(b"x") == b"x" else "pages.jsonl.gz")
    path.write_bytes(pack("\n".join(records).encode()))

    assert main([str(path)]) == 1
    found = lines(capsys.readouterr().out)
    assert [line["source"].rpartition(":")[2] for line in found] == ["1", "3", "4", "5", "6", "7"]
    assert found[0]["url"] == "https://ledger.example/2024/03/08/a"
    assert found[0]["published"] == "2024-03-08"
    assert found[0]["body"][0]["marks"][0]["url"] == "https://ledger.example/f"
    assert found[1]["headline"] == HEADLINE
    assert [line["error"]["kind"] for line in found[2:]] == ["ReadError"] * 4
    assert "expected a JSON object" in found[2]["error"]["message"]
    assert "expected a key" in found[4]["error"]["message"]


def test_parquet_comes_in_and_goes_out(tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pages, out = tmp_path / "pages.parquet", tmp_path / "out.parquet"
    parquet.write_table(arrow.table({"html": [PAGE, None], "url": ["https://ledger.example/a", None]}), pages)

    assert main([str(pages), "--format", "parquet", "--output", str(out)]) == 1
    table = parquet.read_table(out)
    assert table.column_names == ["source", *ROW_SCHEMA, "error_kind", "error_message"]
    assert table["headline"].to_pylist() == ["Bridge reopens", None]
    assert table["authors"].to_pylist() == [["Ada Quill"], None]
    assert table["error_kind"].to_pylist() == [None, "ReadError"]


def test_files_packed_with_zstd_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    zstandard = pytest.importorskip("zstandard")
    path, broken = tmp_path / "a.html.zst", tmp_path / "b.zst"
    records, cut = tmp_path / "C.JSONL.ZST", tmp_path / "d.html.zst"
    path.write_bytes(zstandard.compress(PAGE.encode()))
    broken.write_bytes(b"no")
    records.write_bytes(zstandard.compress(b'{"text": "Pier"}\n') * 3)
    cut.write_bytes(zstandard.compress(PAGE.encode() * 9)[:-5])

    assert main([str(path), str(broken), str(records), str(cut)]) == 1
    found = lines(capsys.readouterr().out)
    assert (found[0]["headline"], found[1]["error"]["kind"]) == ("Bridge reopens", "ReadError")
    assert [line["source"] for line in found[2:5]] == [f"{records}:{number}" for number in (1, 2, 3)]
    assert "cut off" in found[5]["error"]["message"]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("gone.html", None, "no such file or directory"),
        ("none*.html", None, "no file is called so"),
        ("cut.gz", gzip.compress(PAGE.encode() * 50)[:-20], "end-of-stream"),
        ("no.gz", b"<h1>", "is not packed with gzip"),
        ("cut.jsonl.gz", gzip.compress(b"{}" * 500)[:-20], "end-of-stream"),
        ("broken.gz", BROKEN, "error -3"),
        ("bomb.gz", gzip.compress(b"<" * 50_000_001), "more than 50 million bytes"),
    ],
    ids=lambda value: value if isinstance(value, str) else "data",
)
def test_what_cannot_be_read_is_a_line_with_its_reason(
    name: str, data: bytes | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, good = tmp_path / name, tmp_path / "good.html"
    good.write_text(PAGE, "utf-8")
    if data is not None:
        path.write_bytes(data)

    assert main([str(path), str(good)]) == 1
    shown = capsys.readouterr()
    found = lines(shown.out)
    assert found[0]["source"] == str(path)
    assert message in found[0]["error"]["message"].lower()
    assert found[1]["headline"] == "Bridge reopens"
    assert f"articlekit: cannot read {path}: " in shown.err


def test_an_empty_name_is_no_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([""]) == 1
    assert "got none that there can be" in capsys.readouterr().err


def test_names_in_a_list_are_taken_as_they_are(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / " a\x85b.html").write_text(PAGE, "utf-8")
    (folder / "list").write_text(f"{folder}/ a\x85b.html\r\na\0b\n", "utf-8")

    assert main(["--files-from", str(folder / "list")]) == 1
    found = lines(capsys.readouterr().out)
    assert [line.get("headline") for line in found] == ["Bridge reopens", None]


def test_a_name_that_no_file_can_have_stops_no_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["x" * 300, str(folder / "a.html")]) == 1
    first, second = lines(capsys.readouterr().out)
    assert first["error"]["message"] == "file name too long"
    assert second["headline"] == "Bridge reopens"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="no folder is closed to this user")
def test_a_folder_that_may_not_be_looked_into_is_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "c").chmod(0)

    assert main([str(folder), str(folder / "c" / "d.html.gz")]) == 1
    found = lines(capsys.readouterr().out)
    assert [line["error"]["message"] for line in found if "error" in line] == ["permission denied"] * 2


def test_a_file_may_stand_behind_an_option(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder / "a.html"), "--fields", "headline", str(folder / "b.txt")]) == 0
    assert [line["headline"] for line in lines(capsys.readouterr().out)] == ["Bridge reopens", HEADLINE]


def test_a_list_that_is_missing_is_a_line_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--files-from", "no/such/list"]) == 1
    assert lines(capsys.readouterr().out)[0]["error"]["message"] == "no such file or directory"


def test_an_address_and_an_encoding_may_be_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, text = tmp_path / "a.html", tmp_path / "b.txt"
    page.write_bytes("<h1>Brücke offen</h1><p>Sie ist wieder offen.</p>".encode("cp850"))
    text.write_bytes("Brücke offen\n\nSie ist seit Freitag wieder offen.".encode("cp850"))

    assert main([str(page), str(text), "--url", "https://ledger.example/a", "--encoding", "cp850"]) == 0
    found = lines(capsys.readouterr().out)
    assert [(line["url"], line["headline"]) for line in found] == [("https://ledger.example/a", "Brücke offen")] * 2
    with pytest.raises(SystemExit):
        main([str(text), "--encoding", "no-such"])
    assert "no encoding is called 'no-such'" in capsys.readouterr().err


# --------------------------------------------------------------------------- what goes out


def test_a_line_is_an_article_with_its_source_and_address(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder / "b.txt")]) == 0
    line = lines(capsys.readouterr().out)[0]

    assert line.pop("source") == str(folder / "b.txt")
    assert Article.from_dict(line) == parse_text(sample_text())


def test_halves_of_surrogate_pairs_are_shown(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        PAGE + r"""<script type="application/ld+json">{"@type": "Article", "articleSection": "\ud800"}</script>"""
    )
    run = articlekit(str(page), str(page), PYTHONIOENCODING="ascii")

    assert run.returncode == 0
    assert [line["section"] for line in lines(run.stdout)] == ["\ufffd"] * 2
    for name in ("csv", "markdown", "text"):
        assert articlekit(str(page), "--format", name).returncode == 0


def test_fields_are_chosen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = str(folder / "b.txt")
    assert main([page, "--fields", "headline, authors,published_date"]) == 0
    assert lines(capsys.readouterr().out) == [
        {
            "source": page,
            "headline": HEADLINE,
            "authors": ["Rosalind McVey", "Tobias van der Meer"],
            "published_date": "2024-03-08",
        }
    ]
    assert main([page, "--no-leftover"]) == 0
    line = lines(capsys.readouterr().out)[0]
    line.pop("source")
    assert Article.from_dict(line) == evolve(parse_text(sample_text()), leftover=())
    assert main([page, "--fields", "title"]) == 2
    assert "no field is called 'title'; there are author_emails, " in capsys.readouterr().err
    assert main([page, "--fields", "headlin"]) == 2
    assert "no field is called 'headlin' (is it 'headline'?); there are " in capsys.readouterr().err
    assert main([page, "--fields", ","]) == 2
    assert main([page, "--fields", "headline,leftover", "--no-leftover"]) == 0
    assert list(lines(capsys.readouterr().out)[0]) == ["source", "headline"]


def test_csv_has_a_head_and_lists_as_json(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert main([str(folder / "b.txt"), str(folder / "c/bad.txt"), "--format", "csv", "--output", str(out)]) == 1
    rows = list(csv.DictReader(out.read_text("utf-8").splitlines()))

    assert list(rows[0]) == ["source", *ROW_SCHEMA, "error_kind", "error_message"]
    assert json.loads(rows[0]["authors"]) == ["Rosalind McVey", "Tobias van der Meer"]
    assert (rows[0]["headline"], rows[0]["published_time"], rows[0]["deck"]) == (HEADLINE, "17:15:00", rows[0]["deck"])
    assert (rows[1]["headline"], rows[1]["error_kind"]) == ("", "ReadError")


def test_a_field_of_several_columns_is_all_of_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder / "b.txt"), "--format", "csv", "--fields", "source,published,headline"]) == 0
    head = capsys.readouterr().out.splitlines()[0].split(",")

    assert head == [
        "source",
        "headline",
        *(f"published_{part}" for part in ("date", "time", "utc", "offset", "precision")),
        "error_kind",
        "error_message",
    ]


def test_csv_of_nothing_is_its_head(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "--format", "csv", "--fields", "headline"]) == 0
    assert capsys.readouterr().out == "source,headline,error_kind,error_message\n"


def test_prose_stands_below_its_source(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article, page = parse_text(sample_text()), str(folder / "b.txt")

    assert main([page, str(folder / "c/bad.txt"), page, "--format", "markdown"]) == 1
    assert capsys.readouterr().out == "\n".join([f"<!-- {page} -->\n\n{to_markdown(article)}"] * 2)
    assert main([page, "--format", "text"]) == 0
    assert capsys.readouterr().out == f"=== {page}\n\n{to_text(article)}\n"


def test_parquet_needs_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pyarrow")

    assert main([str(folder), "--format", "parquet"]) == 2
    assert "give --output FILE" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk, as Linux gives it")
def test_a_full_disk_is_one_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder / "a.html"), "--output", "/dev/full"]) == 1
    assert capsys.readouterr().err == "articlekit: cannot write: no space left on device\n"


def test_a_file_that_is_read_may_be_written(folder: Path) -> None:
    page = folder / "b.txt"

    assert main([str(page), "--format", "text", "--output", str(page)]) == 0
    assert page.read_text("utf-8") == f"=== {page}\n\n{to_text(parse_text(sample_text()))}\n"
    assert sorted(path.name for path in folder.iterdir()) == [".hidden", "a.html", "b.txt", "c"]


@pytest.mark.skipif(os.name != "posix", reason="limits and links")
def test_a_write_that_fails_leaves_the_old_output(folder: Path) -> None:
    out, link = folder / "out.jsonl", folder / "link.jsonl"
    out.write_text("old", "utf-8")
    out.chmod(0o600)
    link.symlink_to(out)
    call = f"ulimit -f 1; {sys.executable} -m articlekit {folder}/b.txt {folder}/b.txt --output {link}"
    failed = subprocess.run(["bash", "-c", call], capture_output=True, check=False)

    assert failed.returncode == 1
    assert out.read_text("utf-8") == "old"
    assert main([str(folder / "a.html"), "--output", str(link)]) == 0
    assert (link.is_symlink(), out.stat().st_mode & 0o777) == (True, 0o600)
    assert lines(out.read_text("utf-8"))[0]["headline"] == "Bridge reopens"
    assert not list(folder.glob("*.part"))


def test_a_table_has_no_column_of_blocks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder / "a.html"), "--format", "csv", "--fields", "body"]) == 2
    assert "no field is called 'body'" in capsys.readouterr().err


def test_where_nothing_is_written_what_is_there_is_left(folder: Path) -> None:
    out = folder / "out.md"
    out.write_text("old", "utf-8")

    assert main([str(folder / "gone.html"), "--format", "markdown", "--output", str(out)]) == 1
    assert out.read_text("utf-8") == "old"


def test_a_folder_that_is_missing_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder / "a.html"), "--output", "/no/such/out"]) == 1
    assert capsys.readouterr().err.startswith("articlekit: cannot write /no/such/.out.")


@pytest.mark.skipif(os.name != "posix", reason="bytes that are no text in a name")
def test_a_name_that_is_no_text_is_shown(tmp_path: Path) -> None:
    page = os.fsencode(tmp_path) + b"/a\xff.html"
    Path(os.fsdecode(page)).write_text(PAGE, "utf-8")

    assert lines(articlekit(str(tmp_path)).stdout)[0]["source"].endswith("/a\ufffd.html")


@pytest.mark.skipif(os.name != "posix", reason="a shell's way to close a stream")
@pytest.mark.parametrize(
    ("call", "code", "told"),
    [
        ("{} -m articlekit {}/a.html >&-", 1, "standard output is closed"),
        ("{} -m articlekit {}/a.html --format csv --jobs 2 >&-", 1, "standard output is closed"),
        ("{} -m articlekit explain {}/a.html >&-", 1, "standard output is closed"),
        ("{} -m articlekit demo >&-", 1, "standard output is closed"),
        ("{} -m articlekit - <&-", 1, "standard input is closed"),
        ("{} -m articlekit --files-from - <&-", 1, "standard input is closed"),
        ("{} -m articlekit {}/a.html 2>&-", 0, ""),
    ],
)
def test_a_closed_stream_is_one_sentence(call: str, code: int, told: str, folder: Path) -> None:
    run = subprocess.run(["bash", "-c", call.format(sys.executable, folder)], capture_output=True, check=False)

    assert run.returncode == code
    assert told in run.stderr.decode()
    assert b"Traceback" not in run.stderr


# --------------------------------------------------------------------------- how


def test_two_processes_give_the_same_lines_in_the_same_order(folder: Path) -> None:
    names = [str(folder / name) for name in ("a.html", "b.txt", "c/bad.txt", "c/d.html.gz")] * 20
    one, two = articlekit(*names), articlekit(*names, "--jobs", "2")

    assert len(one.stdout.splitlines()) == 80
    assert two.stdout == one.stdout
    assert (one.returncode, two.returncode) == (1, 1)


class Deadly(str):
    """A text that ends the process that reads it."""

    __slots__ = ()

    def lstrip(self, _: str | None = None, /) -> str:
        os._exit(9)

    def __getitem__(self, _: Any) -> "Deadly":
        return self


def test_a_process_that_ends_loses_no_other_document() -> None:
    good, bad = Document("good", content=PAGE, kind="html"), Document("bad", content=Deadly("x"))
    found = list(answers([good, bad, *[good] * 60, bad, good], Task("jsonl", frozenset({"headline"})), 2, Interrupt()))

    assert [one.source for one in found] == ["good", "bad", *["good"] * 60, "bad", "good"]
    assert [one.error[0] for one in found if one.error is not None] == ["BrokenProcess"] * 2
    assert all((one.error is None) == (one.source == "good") for one in found)


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_an_interrupt_leaves_whole_lines(folder: Path) -> None:
    names = [str(folder / "b.txt")] * 20_000
    with started(*names, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        first = run.stdout.readline()
        time.sleep(0.2)
        run.send_signal(signal.SIGINT)
        rest, complaint = run.communicate(timeout=60)

    assert run.returncode == 130
    assert all(line["headline"] == HEADLINE for line in lines(first + rest))
    assert complaint == b"articlekit: stopped; the lines that were written are whole\n"


@pytest.mark.skipif(not Path("/proc").exists(), reason="looks for processes")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_the_one_that_asked(end: int, folder: Path) -> None:
    names = [str(folder / "b.txt")] * 5_000
    with started(*names, "--jobs", "2", stderr=subprocess.DEVNULL) as run:
        assert run.stdout is not None
        run.stdout.readline()
        run.send_signal(end)
        if end == signal.SIGINT:
            run.send_signal(end)
        run.communicate(timeout=60)
        for _ in range(100):
            if not living(run.pid):
                break
            time.sleep(0.1)

        assert living(run.pid) == []


HEARS_CTRL_C = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from articlekit.cli import main
sys.exit(main())
"""


@contextmanager
def started(*words: str, stderr: int) -> Iterator[subprocess.Popen[bytes]]:
    """A command line in a session of its own, which hears Ctrl-C also where whoever runs the tests does not."""
    call = [sys.executable, "-c", HEARS_CTRL_C, *words]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=stderr, start_new_session=True) as run:
        try:
            yield run
        finally:
            with suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGKILL)


def living(session: int) -> list[int]:
    """The processes of a session."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, own = stat.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(own) == session and state != "Z":
            found.append(int(stat.parent.name))
    return found


@pytest.fixture
def heard() -> Iterator[None]:
    """Ctrl-C as a new process hears it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_ctrl_c_is_held_back_where_locks_are_taken_and_counts_once() -> None:
    told: list[str] = []

    def work(interrupt: Interrupt) -> None:
        with interrupt.held_back(lambda: told.append("ended")):
            signal.raise_signal(signal.SIGINT)
            told.append("went on")
        told.append("was not held")

    with Interrupt() as interrupt:
        with pytest.raises(KeyboardInterrupt):
            work(interrupt)
        signal.raise_signal(signal.SIGINT)
        told.append("pressed again")

    assert told == ["ended", "went on", "pressed again"]


@pytest.mark.usefixtures("heard")
def test_ctrl_c_is_heard_at_once_elsewhere() -> None:
    with Interrupt() as interrupt:
        with interrupt.held_back(lambda: pytest.fail("nothing was pressed")):
            pass
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


@pytest.mark.usefixtures("heard")
def test_ctrl_c_is_as_before_behind_work_that_came_to_its_end() -> None:
    with Interrupt():
        pass

    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.usefixtures("heard")
def test_who_asked_not_to_be_interrupted_is_not() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with Interrupt():
        signal.raise_signal(signal.SIGINT)

    assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN


@pytest.mark.skipif(os.name != "posix", reason="a shell's pipe")
def test_a_broken_pipe_is_no_error(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(sample_text(), "utf-8")
    script = f'"{sys.executable}" -m articlekit {" ".join([str(page)] * 200)} | head -c 10; echo "${{PIPESTATUS[0]}}"'
    run = subprocess.run(["bash", "-c", script], capture_output=True, check=False)

    assert run.stdout.endswith(b"0\n")
    assert run.stderr == b""


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--format", "xml", "a"],
        ["--jobs", "0", "a"],
        ["--jobs", "x", "a"],
        ["completion"],
        ["completion", "cmd"],
        ["a", "--html", "b"],
        ["explain", "a", "--format", "csv"],
        ["explain", "a", "--output", "b"],
        ["demo", "--fields", "headline"],
        ["a", "--format", "markdown", "--fields", "headline"],
    ],
)
def test_a_wrong_call_is_told_with_exit_code_2(words: Sequence[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(words)

    assert stop.value.code == 2
    assert "articlekit: error: " in capsys.readouterr().err


def test_help_has_examples_in_groups(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out

    assert [part in shown for part in ("examples:", "what comes in:", "what goes out:", "--jobs N")] == [True] * 4


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])

    assert (stop.value.code, capsys.readouterr().out) == (0, f"articlekit {version('articlekit')}\n")


def test_shells_complete_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("shtab")

    assert main(["completion", "bash"]) == 0
    assert "--files-from" in capsys.readouterr().out


# --------------------------------------------------------------------------- demo and explain


def test_the_demo_prints_the_sample_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo"]) == 0
    assert Article.from_dict(json.loads(capsys.readouterr().out)) == parse_text(sample_text())


def test_explain_shows_field_span_rule_and_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(folder / "b.txt"), str(folder / "a.html")]) == 0
    out = capsys.readouterr().out
    assert "dateline.places[0].region" in out
    assert "dateline.place-region" in out
    assert "headline.line" in out


def test_explain_parts_several_by_their_names(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(folder / "b.txt"), str(folder / "a.html")]) == 0
    heads = [line for line in capsys.readouterr().out.splitlines() if line.startswith("== ")]
    assert heads == [f"== {folder}/b.txt", f"== {folder}/a.html"]


def test_a_page_of_an_explanation_is_of_one_document_and_overwrites_none(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = str(folder / "a.html")

    assert main(["explain", page, "--html", page]) == 2
    assert "would be lost" in capsys.readouterr().err
    assert main(["explain", page, str(folder / "b.txt"), "--html", str(folder / "out.html")]) == 2
    assert "--html writes one page, and 2 documents were named" in capsys.readouterr().err
    assert Path(page).read_text("utf-8") == PAGE
    records = folder / "one.jsonl"
    records.write_text(json.dumps({"html": PAGE}), "utf-8")
    assert main(["explain", str(records), "--html", str(records)]) == 2


def test_explain_tells_of_what_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(folder / "c/bad.txt"), str(folder / "a.html")]) == 1
    shown = capsys.readouterr()
    assert "is not UTF-8 text: byte 0 cannot be read" in shown.err
    assert "headline.line" in shown.out
