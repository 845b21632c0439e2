"""The command line, variables, and what the program is started on."""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import tempfile
from contextlib import contextmanager
from collections.abc import Iterator
from pathlib import Path

from .rows import expect, row
from .service import Service, environment


def run(program: str, *arguments: str, seconds: float = 120, **options: object) -> subprocess.CompletedProcess[str]:
    more = options.pop("environment", {})
    assert isinstance(more, dict)
    return subprocess.run(
        [program, *arguments], capture_output=True, text=True, errors="replace", timeout=seconds, stdin=subprocess.DEVNULL,
        env=environment(**more), **options,  # type: ignore[call-overload]
    )


def ends(program: str, code: int, *arguments: str, says: str = "", **options: object) -> None:
    """Ends with this code, one line on standard error, and nothing on standard output."""
    done = run(program, *arguments, **options)
    shown = f"{' '.join(arguments)[:120]} ended with {done.returncode}: {done.stderr[:200]!r}"
    expect(done.returncode == code, shown)
    expect(done.stderr.count("\n") == 1 and done.stdout == "", shown)
    expect(says in done.stderr, shown)


@contextmanager
def folder() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="dateline-hostile-"))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def made(program: str, path: Path) -> Path:
    """A sound database."""
    database = path / "sound.sqlite"
    expect(run(program, "migrate", "--database", str(database)).returncode == 0, "migrate")
    return database


@row("C1", "no command; unknown commands and options, a value left out, an option twice", "64, one line that names it")
def _(program: str) -> None:
    ends(program, 64, says="serve")
    ends(program, 64, "token", says="create")
    ends(program, 64, "serve", "--port", "0", "--port=0", says="--port")
    ends(program, 64, "serve", "--read-only", "--read-only", says="--read-only")
    ends(program, 64, "frobnicate", says="frobnicate")
    ends(program, 64, "serve", "--prot", "80", says="--port")
    ends(program, 64, "serve", "--port", says="port")
    ends(program, 64, "serve", "x", says="x")


@row("C2", "`--port` -1, 65536, abc, 8080x, other digits, 1e3, nothing", "64")
def _(program: str) -> None:
    for port in ("-1", "65536", "abc", "8080x", "８０８０", "1e3", ""):
        ends(program, 64, "serve", "--port", port)


@row("C3", "a public `--host` without tokens", "78, names what to say")
def _(program: str) -> None:
    for host in ("0.0.0.0", "::", "192.0.2.1"):
        done = run(program, "serve", "--host", host, "--port", "0")
        expect(done.returncode == 78 and "--tokens-file" in done.stderr and "--allow-anonymous" in done.stderr, done.stderr)


@row("C4", "an address that isn't ours; a name that leads to no address; a port in use", "69")
def _(program: str) -> None:
    with folder() as path, socket.socket() as taken:
        database = str(path / "a.sqlite")
        for host in ("192.0.2.1", "nosuch.invalid"):
            done = run(program, "serve", "--host", host, "--port", "8080", "--allow-anonymous", "--database", database)
            expect(done.returncode == 69 and host in done.stderr.splitlines()[-1], f"{host}: {done.returncode} {done.stderr[-300:]}")
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run(program, "serve", "--port", str(taken.getsockname()[1]), "--database", database)
        expect(done.returncode == 69 and "in use" in done.stderr, f"{done.returncode} {done.stderr[-300:]}")


@row("C6", "tokens files: missing, empty, open to all, a pipe, 10 MB, a token twice, a bad hash, a bad scope; CRLF and a mark", "66, 78 …; taken")
def _(program: str) -> None:
    with folder() as path:
        file = path / "tokens"
        serve = ("serve", "--port", "0", "--database", str(path / "a.sqlite"), "--tokens-file", str(file))
        ends(program, 66, *serve)
        token = run(program, "token", "create", "--scope", "read", "--tokens-file", str(file))
        expect(token.returncode == 0 and file.stat().st_mode & 0o777 == 0o600, oct(file.stat().st_mode))
        line = file.read_bytes()
        for content in (b"", b"# none\n", line + line, line.replace(b"sha256:", b"sha256:zz"), line.replace(b" read ", b" admin "), b"x" * 10_000_000, b"\xff\xfe", line[:20]):
            file.write_bytes(content)
            ends(program, 78, *serve)
        file.write_bytes(line)
        file.chmod(0o644)
        ends(program, 78, *serve, says="chmod")
        file.unlink()
        os.mkfifo(file, 0o600)
        ends(program, 78, *serve)
        ends(program, 78, "token", "create", "--scope", "read", "--tokens-file", str(file))
        file.unlink()
        file.write_bytes(b"\xef\xbb\xbf" + line.replace(b"\n", b"\r\n"))
        file.chmod(0o600)
        service = Service(program, "--tokens-file", str(file))
        try:
            expect(service.get("/v1", Authorization=f"Bearer {token.stdout.strip()}").status == 200, "not taken")
        finally:
            service.discard()


@row("C7", "`--database`: a folder, a picture, a cut file, a damaged one, a newer one, another program's, a URI, memory, nothing, no folder above", "73, 65 …, 64 …, 73; untouched")
def _(program: str) -> None:
    with folder() as path:
        sound = made(program, path).read_bytes()
        ends(program, 73, "serve", "--port", "0", "--database", str(path))
        cases = {
            "picture": b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 5_000,
            "text": b"hello\n",
            "cut": sound[: len(sound) // 3],
            "damaged": sound[:8_192] + b"\xa5" * 4_096 + sound[12_288:],
        }
        for name, content in cases.items():
            file = path / f"{name}.sqlite"
            file.write_bytes(content)
            ends(program, 65, "serve", "--port", "0", "--database", str(file))
            expect(file.read_bytes() == content, f"{name} was changed")
        for name, statement in (("newer", "INSERT INTO grdb_migrations VALUES ('9999_later')"), ("foreign", "PRAGMA application_id = 7")):
            file = path / f"{name}.sqlite"
            file.write_bytes(sound)
            with sqlite3.connect(file) as database:
                database.execute(statement)
                database.commit()
                database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            database.close()
            content = file.read_bytes()
            ends(program, 65, "serve", "--port", "0", "--database", str(file))
            expect(file.read_bytes() == content, f"{name} was changed")
        for name in ("file:x", ":memory:", ""):
            ends(program, 64, "serve", "--port", "0", "--database", name)
        ends(program, 73, "serve", "--port", "0", "--database", str(path / "no" / "such" / "a.sqlite"))


@row("C8", "a second program on a database in use", "75, names the first")
def _(program: str) -> None:
    service = Service(program)
    try:
        for command in (("serve", "--port", "0"), ("migrate",), ("import", str(service.folder))):
            ends(program, 75, *command, "--database", str(service.database), says=str(service.process.pid))
    finally:
        service.discard()


@row("C9", "`--inbox`: missing, a file, `/`, the database's folder, within it", "66, 78 …")
def _(program: str) -> None:
    with folder() as path:
        data = path / "data"
        (data / "in").mkdir(parents=True)
        (path / "file").write_text("x")
        database = ("serve", "--port", "0", "--database", str(data / "a.sqlite"), "--inbox")
        ends(program, 66, *database, str(path / "nothing"))
        for inbox in (path / "file", Path("/"), data, data / "in"):
            ends(program, 78, *database, str(inbox))


@row("C11", "standard output that can't be written", "74, never 0")
def _(program: str) -> None:
    with folder() as path:
        database = made(program, path)
        (path / "in").mkdir()
        (path / "in" / "a.txt").write_text("A headline\n\nText of it, and more text.")
        for arguments in (
            ("export", "--database", str(database)), ("--help",), ("doctor", "--database", str(database)), ("migrate", "--database", str(database)),
            ("migrate", "--status", "--database", str(database)), ("check", "--database", str(database)), ("import", str(path / "in"), "--database", str(database)),
        ):
            with open("/dev/full", "w") as full:
                done = subprocess.run([program, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, env=environment(), timeout=120)
            if arguments[0] == "export":
                continue  # nothing to write in an empty database
            expect(done.returncode == 74, f"{arguments}: {done.returncode} {done.stderr}")
        expect(run(program, "backup", "/dev/full", "--database", str(database)).returncode in (73, 74), "backup")


@row("C12", "a reader that has had enough", "quiet, 0 or 141")
def _(program: str) -> None:
    done = subprocess.run(
        ["/bin/bash", "-c", 'set -o pipefail; "$0" serve --help | true; exit "${PIPESTATUS[0]}"', program], capture_output=True, text=True, env=environment(), timeout=120)
    expect(done.returncode in (0, 141) and done.stderr == "", f"{done.returncode} {done.stderr}")


@row("C13", "standard input, output and error closed", "the database is no standard stream")
def _(program: str) -> None:
    with folder() as path:
        database = path / "a.sqlite"
        subprocess.run(["/bin/bash", "-c", '"$0" migrate --database "$1" <&- >&- 2>&-; "$0" serve --port 70000 --database "$1" <&- >&- 2>&-', program, str(database)], env=environment(), timeout=120)
        expect(database.read_bytes()[:16] == b"SQLite format 3\0", "the file was written into")
        expect(run(program, "check", "--database", str(database)).returncode == 0, "check")


@row("C14", "`import` of nothing, of what isn't there, of junk alone, of one bad file in three", "64, 66, 0, 1")
def _(program: str) -> None:
    with folder() as path:
        database = ("--database", str(path / "data" / "a.sqlite"))
        ends(program, 64, "import", *database)
        ends(program, 66, "import", str(path / "nothing"), *database)
        junk = path / "junk"
        junk.mkdir()
        (junk / ".DS_Store").write_bytes(b"x")
        (junk / "a.part").write_bytes(b"x")
        expect(run(program, "import", str(junk), *database).returncode == 0, "junk")
        mixed = path / "mixed"
        mixed.mkdir()
        for name, text in (("a.txt", "A headline\n\nText of it, and more text."), ("b.txt", "Another headline\n\nOther text of it."), ("c.json", '{"headline": 7}')):
            (mixed / name).write_text(text)
        expect(run(program, "import", str(mixed), *database).returncode == 1, "mixed")


@row("C16", "`backup` to what exists, to the source, to a folder; beside a running service", "73, 64 or 73, 73; 0")
def _(program: str) -> None:
    service = Service(program)
    try:
        database = ("--database", str(service.database))
        existing = service.folder / "existing"
        existing.write_text("x")
        for target, codes in ((existing, (73,)), (service.database, (64, 73)), (service.folder, (73,)), (service.folder / "copy", (0,))):
            done = run(program, "backup", str(target), *database)
            expect(done.returncode in codes, f"{target}: {done.returncode} {done.stderr}")
        expect(existing.read_text() == "x", "the existing file was changed")
    finally:
        service.discard()


@row("C17", "Turkish and empty locales, nonsense in TZ, no HOME, umask 000", "runs; the same folding; files for the owner only")
def _(program: str) -> None:
    with folder() as path:
        for number, more in enumerate(({"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "C"}, {"LC_ALL": "", "LANG": ""}, {"TZ": "No/Where:::"}, {"HOME": ""})):
            source = path / f"in{number}"
            source.mkdir()
            (source / "a.json").write_text(json.dumps({"headline": "Letters", "tags": ["ISTANBUL", "istanbul"], "datePublished": "2026-03-29T00:30Z"}))
            database = path / f"data{number}" / "a.sqlite"
            done = subprocess.run([program, "import", str(source), "--database", str(database)], env=environment(**more), capture_output=True, text=True, timeout=120, umask=0)
            expect(done.returncode == 0, f"{more}: {done.stderr[-300:]}")
            exported = run(program, "export", "--database", str(database)).stdout
            article = next(json.loads(line) for line in exported.splitlines() if '"Letters"' in line)
            expect(len(article["tags"]) == 1 and article["datePublished"] == "2026-03-29T00:30Z", article)
            for file in (database, database.parent):
                expect(file.stat().st_mode & 0o077 == 0, f"{file.name}: {oct(file.stat().st_mode)}")


@row("C18", "20, 64 and 1,024 open files", "78; runs with fewer connections and says so; runs")
def _(program: str) -> None:
    def limited(files: int) -> subprocess.CompletedProcess[str]:
        with folder() as path:
            script = 'ulimit -n "$1" || exit 1; "$0" serve --port 0 --database "$2" >"$2.out" 2>"$2.err" & p=$!; for i in $(seq 900); do grep -q http "$2.out" && break; kill -0 $p 2>/dev/null || break; sleep 0.1; done; kill -TERM $p 2>/dev/null; wait $p; c=$?; cat "$2.err" >&2; exit $c'
            return subprocess.run(["/bin/bash", "-c", script, program, str(files), str(path / "a.sqlite")], capture_output=True, text=True, env=environment(), timeout=180)

    few = limited(20)
    expect(few.returncode == 78, f"20: {few.returncode} {few.stderr[-200:]}")
    some = limited(64)
    expect(some.returncode == 0 and "connections" in some.stderr, f"64: {some.returncode} {some.stderr[-300:]}")
    expect(limited(1_024).returncode == 0, "1024")


@row("C19", "libeatmydata is preloaded, which leaves out every sync", "`doctor` says so")
def _(program: str) -> None:
    with folder() as path:
        database = made(program, path)
        for more, told in (({"LD_PRELOAD": "/nowhere/libeatmydata.so"}, True), ({}, False)):
            done = run(program, "doctor", "--database", str(database), environment=more)
            line = next((line for line in done.stdout.splitlines() if "eatmydata" in line), "")
            expect(line.startswith("problem") if told else not line, f"{more}: {done.returncode} {done.stdout}")
            expect(done.returncode == (78 if told else 0), f"{more}: {done.returncode} {done.stdout}")


@row("C21", "a token on the command line", "64: there is no such option")
def _(program: str) -> None:
    ends(program, 64, "serve", "--token", "x", says="--token")


@row("C22", "a variable of 100 kB; wrong values in variables", "64, names the variable")
def _(program: str) -> None:
    ends(program, 64, "serve", environment={"DATELINE_PORT": "8" * 100_000}, says="DATELINE_PORT")
    ends(program, 64, "serve", environment={"DATELINE_LIMIT": "idle=never"}, says="idle")
    ends(program, 64, "serve", environment={"DATELINE_ALLOW_ANONYMOUS": "perhaps"}, says="DATELINE_ALLOW_ANONYMOUS")


@row("C23", "`serve` and `import` as root with `DATELINE_ALLOW_ROOT=false`, as in the image; with `--allow-root` beside it; with neither", "77, names the option; they run; they run, and `doctor` warns. Anybody else is refused nothing")
def _(program: str) -> None:
    is_root = os.geteuid() == 0
    refused = {"DATELINE_ALLOW_ROOT": "false"}
    with folder() as path:
        database = made(program, path)
        (path / "in").mkdir()
        importing = ("import", str(path / "in"), "--database", str(database))
        if is_root:
            ends(program, 77, "serve", "--port", "0", "--database", str(database), environment=refused, says="--allow-root")
            ends(program, 77, *importing, environment=refused, says="--allow-root")
            expect(run(program, *importing, "--allow-root", environment=refused).returncode == 0, "told by the option")
        else:
            expect(run(program, *importing, environment=refused).returncode == 0, "as somebody else")
        expect(run(program, *importing).returncode == 0, "where nothing is said")
        for variables, level in ((refused, "problem"), ({}, "warning")):
            said = run(program, "doctor", "--port", "0", "--database", str(database), environment=variables).stdout
            line = next(line for line in said.splitlines() if line.split()[1:2] == ["user"])
            expect(line.startswith(level) and "root" in line if is_root else line.startswith("ok"), said)
    service = Service(program)
    try:
        expect(service.get("/livez").status == 200, "it doesn't run")
    finally:
        service.discard()


@row("C24", "`check` on a database that is in use, at rest, damaged", "0, 0, 65; nothing is written")
def _(program: str) -> None:
    with folder() as path:
        sound = made(program, path)
        expect(run(program, "check", "--database", str(sound)).returncode == 0, "at rest")
        content = bytearray(sound.read_bytes())
        content[8_192:12_288] = b"\xa5" * 4_096
        broken = path / "broken.sqlite"
        broken.write_bytes(content)
        expect(run(program, "check", "--database", str(broken)).returncode == 65, "damaged")
        expect(broken.read_bytes() == bytes(content), "it was changed")
    service = Service(program)
    try:
        expect(run(program, "check", "--database", str(service.database)).returncode == 0, "in use")
    finally:
        service.discard()


@row("C25", "limits: unknown, without value, out of bounds, without a unit", "64, names the limit")
def _(program: str) -> None:
    for text, says in (("idel=3s", "idle"), ("idle", "idle"), ("idle=0s", "idle"), ("idle=15", "idle"), ("connections=-1", "connections"), ("target=9GiB", "target"), ("", "limit")):
        ends(program, 64, "serve", "--limit", text, says=says)



@row("C26", "`--allowed-host` with a scheme, a path, a pattern; `--allowed-origin` with a path, without a scheme, `null`, `*`", "64, names the option")
def _(program: str) -> None:
    for host in ("https://news.example.org", "news.example.org/", "*.example.org", "a.example,b.example", "bücher.example", ""):
        ends(program, 64, "serve", "--allowed-host", host, says="--allowed-host")
    for origin in ("https://desk.example.org/app", "desk.example.org", "https://*.example.org", "null", "*", ""):
        ends(program, 64, "serve", "--allowed-origin", origin, says="--allowed-origin")
