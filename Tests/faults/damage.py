#!/usr/bin/env python3
"""Damages copies of a database at random, and says of each whether that was noticed.

    damage.py PROGRAM CLOSED KILLED SCRATCH COUNT SEED

CLOSED is the folder of a database that was closed, KILLED that of one whose service was killed, with writes in its log. Each copy is
damaged in one way of WAYS, in turns, and then

- `dateline check` looks at it, and `dateline serve` is started on it; where that goes well, all that can be read is read;
- where neither has found anything, an export is compared with that of the sound database. If it is the same, and the bytes that were
  changed lie where SQLite keeps nothing, the damage is without effect.

A service that was refused its start, or has come upon the damage, must not acknowledge a write afterwards. Prints what became of each,
and the sums; exit 1 where damage of a way that has to be noticed wasn't, or such a write was acknowledged. A bit, or a byte of the header, may
go unnoticed where nothing vouches for it: in a field without a hash, in bytes of the header of which any value will do. In a headline or a text,
in the number of rows, anywhere else in the header, or so that the service stumbles over it and `check` doesn't, it may not.
"""
import json, os, random, shutil, sqlite3, struct, subprocess, sys, time, urllib.error, urllib.request

PAGE = 4096
#: Of the header: change counter, room for later versions, who wrote it last. Nothing of it is used with a write-ahead log.
IDLE_HEADER = set(range(24, 28)) | set(range(72, 100))


#: Of the header: what counts changes of the schema; the bytes of the schema's format that SQLite doesn't look at; what a cache is to hold; the number by which a file is told from another one's log, and
#: which this file has none of. Any value of them is one that could be.
ANY_VALUE_HEADER = set(range(40, 47)) | set(range(48, 52)) | set(range(60, 64))


class Layout:
    """Which bytes of a database file hold nothing (sqlite.org/fileformat2.html)."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = file.read()
        self.pages = len(self.bytes) // PAGE
        self.kinds = self.known(path)
        self.free = self.freelist()

    def known(self, path):
        """Kind of each page that belongs to a table or index, and how many bytes of it are unused."""
        text = subprocess.run(
            ["sqlite3", "-readonly", f"file:{path}?immutable=1", "SELECT pageno, pagetype, unused FROM dbstat"], capture_output=True, text=True, check=True).stdout
        return {int(page): (kind, int(unused)) for page, kind, unused in (line.split("|") for line in text.splitlines())}

    def freelist(self):
        """Of each page of the list of free ones, from which byte on it holds nothing."""
        free, trunk = {}, struct.unpack_from(">I", self.bytes, 32)[0]
        while trunk:
            at = (trunk - 1) * PAGE
            following, count = struct.unpack_from(">II", self.bytes, at)
            free[trunk] = 8 + 4 * count
            for leaf in struct.unpack_from(f">{count}I", self.bytes, at + 8):
                free[leaf] = 0
            trunk = following
        return free

    def idle(self, offset):
        """Whether the byte there holds nothing."""
        page, within = offset // PAGE + 1, offset % PAGE
        if offset in IDLE_HEADER:
            return True
        if page in self.free:
            return within >= self.free[page]
        kind, unused = self.kinds.get(page, ("", 0))
        if kind == "overflow":
            return within >= PAGE - unused
        if kind not in ("leaf", "internal"):
            return False
        head = (page - 1) * PAGE + (100 if page == 1 else 0)
        form, block, cells, content = struct.unpack_from(">BHHH", self.bytes, head)
        gap = head + (12 if form in (2, 5) else 8) + 2 * cells
        if gap <= offset < (page - 1) * PAGE + (content or 65536):
            return True
        while block:
            at = (page - 1) * PAGE + block
            following, size = struct.unpack_from(">HH", self.bytes, at)
            if at + 4 <= offset < at + size:
                return True
            block = following
        return False


class Log:
    """Where in a write-ahead log what counts ends: behind the last commit whose checksums hold (sqlite.org/walformat.html)."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.bytes = file.read()
        order = ">" if self.bytes[3] & 1 else "<"
        salts, sums = self.bytes[16:24], self.sum((0, 0), self.bytes[:24], order)
        self.end, at = 32, 32
        self.commits = []
        while at + 24 + PAGE <= len(self.bytes):
            frame = self.bytes[at : at + 24 + PAGE]
            sums = self.sum(self.sum(sums, frame[:8], order), frame[24:], order)
            if frame[8:16] != salts or struct.unpack(">II", frame[16:24]) != sums:
                break
            at += 24 + PAGE
            if struct.unpack_from(">I", frame, 4)[0]:
                self.end = at
                self.commits.append(at)

    @staticmethod
    def sum(sums, data, order):
        one, two = sums
        words = struct.unpack(f"{order}{len(data) // 4}I", data)
        for even, odd in zip(words[::2], words[1::2]):
            one = (one + even + two) & 0xFFFFFFFF
            two = (two + odd + one) & 0xFFFFFFFF
        return one, two


def overwrite(path, offset, data):
    with open(path, "r+b") as file:
        file.seek(offset)
        file.write(data)


class Damage:
    """One way to damage a copy. `apply` returns what was done, and whether only bytes that hold nothing were changed."""

    def __init__(self, chance, layout, log):
        self.chance, self.layout, self.log = chance, layout, log
        #: Whether what was changed last may be anything.
        self.is_free = False

    def changed(self, path, offset, data, what, idle):
        with open(path, "rb") as file:
            file.seek(offset)
            before = file.read(len(data))
        overwrite(path, offset, data)
        places = [offset + number for number, (old, new) in enumerate(zip(before, data)) if old != new]
        return what, all(idle(place) for place in places)

    def bit(self, path):
        offset, bit = self.chance.randrange(len(self.layout.bytes)), self.chance.randrange(8)
        data = bytes([self.layout.bytes[offset] ^ 1 << bit])
        return self.changed(path, offset, data, f"bit {bit} of byte {offset}, page {offset // PAGE + 1}", self.layout.idle)

    def zeros(self, path):
        page = self.chance.randrange(self.layout.pages)
        return self.changed(path, page * PAGE, bytes(PAGE), f"page {page + 1} zeroed", self.layout.idle)

    def noise(self, path):
        page = self.chance.randrange(self.layout.pages)
        return self.changed(path, page * PAGE, self.chance.randbytes(PAGE), f"noise in page {page + 1}", self.layout.idle)

    def header(self, path):
        offset = self.chance.randrange(100)
        self.is_free = offset in ANY_VALUE_HEADER
        data = bytes([self.layout.bytes[offset] ^ self.chance.randrange(1, 256)])
        return self.changed(path, offset, data, f"byte {offset} of the header", self.layout.idle)

    def cut(self, path):
        size = self.chance.randrange(len(self.layout.bytes))
        os.truncate(path, size)
        return f"cut to {size} of {len(self.layout.bytes)} bytes", False

    def log_bit(self, path):
        offset, bit = self.chance.randrange(len(self.log.bytes)), self.chance.randrange(8)
        data = bytes([self.log.bytes[offset] ^ 1 << bit])
        return self.changed(path + "-wal", offset, data, f"bit {bit} of byte {offset} of the log", lambda place: place >= self.log.end)

    def log_zeros(self, path):
        offset = self.chance.randrange(len(self.log.bytes) // PAGE) * PAGE
        return self.changed(path + "-wal", offset, bytes(PAGE), f"{PAGE} zeros at {offset} of the log", lambda place: place >= self.log.end)

    def log_cut(self, path):
        size = self.chance.randrange(len(self.log.bytes))
        os.truncate(path + "-wal", size)
        return f"the log cut to {size} of {len(self.log.bytes)} bytes", size >= self.log.end

    def log_cut_at_commit(self, path):
        size = self.chance.choice(self.log.commits[:-1])
        os.truncate(path + "-wal", size)
        return f"the log cut behind a commit, to {size} bytes", False

    def log_gone(self, path):
        os.remove(path + "-wal")
        return "the log removed", False


#: Which have to be noticed unless only bytes that hold nothing were changed.
SURE = ("zeros", "noise", "cut", "log_gone", "log_bit", "log_zeros", "log_cut", "log_cut_at_commit")
WAYS = ["bit", "zeros", "noise", "cut", "header", "bit", "log_gone", "log_bit", "log_zeros", "log_cut", "bit", "log_cut_at_commit"]


class Program:
    def __init__(self, program):
        self.program = program

    def run(self, *arguments, output=None):
        return subprocess.run([self.program, *arguments], stdout=output or subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=360)

    def export(self, path):
        done = self.run("export", "--database", path)
        return done.stdout if done.returncode == 0 else None

    def checks(self, path):
        return self.run("check", "--database", path).returncode == 0

    def serves(self, path):
        """What becomes of a service on it: "refused", "stumbled", "well"; and whether a write was acknowledged once it knew."""
        process = subprocess.Popen(
            [self.program, "serve", "--port", "0", "--database", path, "--log-level", "error"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        try:
            line = process.stdout.readline().decode()
            if "listens on" not in line:
                code = process.wait(60)
                return ("refused" if code == 65 else f"ended with {code}"), False
            base = line.split()[-1]
            try:
                for target in ("/v1/articles?include=body", "/v1/changes?after=0", "/v1/entities", "/v1/events", "/v1/tags", "/v1/sources"):
                    ask(base + target)
                return "well", False
            except (urllib.error.URLError, OSError, EOFError):
                pass
            time.sleep(0.1)
            try:
                ask(base + "/v1/articles", b'{"headline": "To a database that is known to be bad"}')
                return "stumbled", True
            except (urllib.error.URLError, OSError, EOFError):
                return "stumbled", False
        finally:
            process.kill()
            process.communicate()


def beyond_excuse(before, after):
    """What of two exports differs where a hash, or the sums of `check`, should have shown it; nothing: ""."""
    if after is None:
        return "nothing can be exported"
    was, now = ({(item["kind"], item["id"]): item for item in map(json.loads, text.splitlines())} for text in (before, after))
    if len(before.splitlines()) != len(after.splitlines()):
        return f"{len(after.splitlines())} things instead of {len(before.splitlines())}"
    for key, item in was.items():
        other = now.get(key)
        if key[0] == "article" and other and any(item.get(field) != other.get(field) for field in ("headline", "body")):
            return f"the text of {key[1]}"
    return ""


def ask(url, body=None):
    kind = {"Content-Type": "application/json"} if body else {"Accept": "application/x-ndjson"}
    with urllib.request.urlopen(urllib.request.Request(url, body, kind), timeout=300) as answer:
        text = answer.read()
    # A stream that meets a fault ends without its last line end.
    if body is None and text and not text.endswith(b"\n"):
        raise EOFError(url)


def main():
    program, closed, killed, scratch, count, seed = sys.argv[1:]
    program, chance = Program(program), random.Random(int(seed))
    name = "dateline.sqlite"
    sound = {folder: program.export(f"{folder}/{name}") for folder in (closed, killed)}
    assert all(sound.values()) and sound[closed] != sound[killed]
    damage = Damage(chance, Layout(f"{closed}/{name}"), Log(f"{killed}/{name}-wal"))
    sums, bad = {}, []
    for number in range(int(count)):
        way = WAYS[number % len(WAYS)]
        folder = killed if way.startswith("log") else closed
        copy = f"{scratch}/damaged"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(folder, copy)
        path = f"{copy}/{name}"
        damage.is_free = False
        what, idle = getattr(damage, way)(path)
        found = not program.checks(path)
        exported = program.export(path)
        served, acknowledged = program.serves(path)
        if served == "refused":
            result = "refused at the start"
        elif found:
            result = "found by check"
        elif served != "well":
            result = f"MET ONLY BY THE SERVICE ({served})"
        elif exported != sound[folder]:
            result = "NOT NOTICED, and the export differs"
        else:
            result = "without effect" if idle else "not noticed, and the export is the same"
        sums.setdefault(way, {}).setdefault(result, 0)
        sums[way][result] += 1
        print(f"{way:18} {what}: {result}", flush=True)
        if acknowledged:
            bad.append(f"{what}: a write was acknowledged afterwards")
        if served not in ("refused", "well", "stumbled"):
            bad.append(f"{what}: the start {served}")
        if way in SURE and result not in ("refused at the start", "found by check", "without effect"):
            bad.append(f"{what}: {result}")
        if way in ("bit", "header") and result.startswith("MET"):
            bad.append(f"{what}: {result}")
        if result.startswith("NOT NOTICED") and beyond_excuse(sound[folder], exported):
            bad.append(f"{what}: {beyond_excuse(sound[folder], exported)}, and nothing has noticed")
        if way == "header" and result.lower().startswith("not noticed") and not damage.is_free:
            bad.append(f"{what}: {result}, and not any value will do there")
    print()
    for way, results in sums.items():
        print(f"{way:18} " + "; ".join(f"{times} {result}" for result, times in sorted(results.items())))
    totals = {}
    for results in sums.values():
        for result, times in results.items():
            totals[result] = totals.get(result, 0) + times
    print("of", count, "with seed", seed + ":", "; ".join(f"{times} {result}" for result, times in sorted(totals.items())))
    for fault in bad:
        print("FAIL", fault)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
