"""A running Dateline, and what can be seen of it from outside."""
import http.client, json, os, re, shutil, struct, subprocess, tempfile, time, urllib.parse


class Unavailable(Exception):
    """The system doesn't let something be measured."""


class Service:
    """Watches the folder `inbox`, if there is one; `limits` are those that aren't the usual ones."""

    def __init__(self, program, inbox, data, prefix=(), limits={}):
        self.data, self.database = data, f"{data}/dateline.sqlite"
        watched = ["--inbox", inbox] if inbox else []
        limits = [f"--limit={name}={value}" for name, value in limits.items()]
        self.command = [*prefix, program, "serve", "--port", "0", "--database", self.database, *watched, *limits, "--log-level", "warning"]

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        self.errors = tempfile.TemporaryFile()
        self.started = time.monotonic()
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=self.errors)
        line = self.process.stdout.readline().decode()
        if "listens on" not in line:
            self.process.wait()
            self.errors.seek(0)
            raise Unavailable(f"the service did not start: {self.errors.read().decode(errors='replace').strip()[-300:]}")
        self.port = int(line.rsplit(":", 1)[1])
        self.connection = self.connect()

    def stop(self):
        """Seconds it took to end, and its exit code. Stopped already, it says that again."""
        if self.process.returncode is None:
            since = time.monotonic()
            self.process.terminate()
            try:
                self.process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.ended = time.monotonic() - since
            self.close()
        return self.ended, self.process.returncode

    def kill(self):
        """As a crash: nothing is put in order."""
        self.process.kill()
        self.process.wait()
        self.ended = 0
        self.close()

    def close(self):
        self.connection.close()
        self.process.stdout.close()
        self.errors.close()

    def until_ready(self, limit=60):
        """Seconds from the start of the process until it says that it can be read and written."""
        while True:
            if self.ask("/readyz")[0] == 200:
                return time.monotonic() - self.started
            if time.monotonic() - self.started > limit:
                raise RuntimeError(f"not ready after {limit} s")
            time.sleep(0.002)

    def connect(self, timeout=700):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def ask(self, path, method="GET", body=None, connection=None, kind="application/json"):
        """Status and decoded answer, over one connection that is kept."""
        connection = connection or self.connection
        connection.request(method, path, body, {"Content-Type": kind} if body else {})
        answer = connection.getresponse()
        text = answer.read()
        return answer.status, json.loads(text) if text else None

    def status(self, connection=None):
        return self.ask("/v1/imports/status", connection=connection)[1]

    def barrier(self):
        """Waits until nothing that is on the disk now is still on its way."""
        while True:
            code, answer = self.ask("/v1/imports/scan?wait=true&timeout=600", "POST")
            if code == 200:
                return answer
            if code != 504:
                raise RuntimeError(f"the scan was answered with {code}: {answer}")

    def settle(self, files, limit=7200):
        """Waits until so many files are done, and returns the seconds since the process was started."""
        while True:
            status = self.barrier()
            counts = status["counts"]
            if counts["done"] >= files:
                return time.monotonic() - self.started
            stuck = {name: number for name, number in counts.items() if name in ("failed", "partial", "skipped", "retrying") and number}
            if stuck or time.monotonic() - self.started > limit:
                raise RuntimeError(f"{counts['done']} of {files} files are done: {counts}")

    def store(self, records):
        """Stores articles, as a batch of JSON lines. Returns their ids."""
        code, answer = self.ask("/v1/articles/batch", "POST", "\n".join(records).encode(), kind="application/x-ndjson")
        if code != 200 or any(item["status"] != 201 for item in answer["items"]):
            raise RuntimeError(f"a batch was answered with {code}: {str(answer)[:300]}")
        return [item["id"] for item in answer["items"]]

    def total(self):
        """How many articles there are."""
        return self.ask("/v1/articles?limit=1&count=true")[1]["total"]

    def last_change(self):
        """The sequence of the last change."""
        return int(self.figure("dateline_store_last_change"))

    def figure(self, name):
        """One of those that /metrics tells."""
        self.connection.request("GET", "/metrics")
        text = self.connection.getresponse().read().decode()
        return float(re.search(rf"^{re.escape(name)} (\S+)$", text, re.M)[1])

    def shows(self, word, connection=None):
        """Whether an article with this word can be found."""
        code, answer = self.ask(f"/v1/articles?limit=1&q={urllib.parse.quote(word)}", connection=connection)
        return code == 200 and len(answer["items"]) > 0

    def commits(self):
        """Transactions that have written, by the change counter in the header of the log's index (sqlite.org/walformat.html §2.1)."""
        with open(self.database + "-shm", "rb") as file:
            return struct.unpack_from("=I", file.read(12), 8)[0]

    def files_written(self):
        """Size and time of the database's files: whether anything at all was written to them."""
        return [(status.st_size, status.st_mtime_ns) for status in (os.stat(self.database + end) for end in ("", "-wal"))]

    def peak_memory(self):
        """Greatest resident memory so far, in MiB."""
        with open(f"/proc/{self.process.pid}/status") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmHWM")) / 1024

    def memory(self):
        """Resident memory, in MiB."""
        with open(f"/proc/{self.process.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 1024 / 1024

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Workshop:
    """A scratch folder on one disk; services and files in it."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = tempfile.mkdtemp(prefix="dateline-figures-", dir=folder)
        self.number, self.seeded = 0, None

    def place(self, name):
        self.number += 1
        path = f"{self.folder}/{self.number:03d}-{name}"
        os.mkdir(path)
        return path

    def service(self, inbox=None, data=None, prefix=(), limits={}):
        return Service(self.program, inbox, data or self.place("data"), prefix, limits)

    def clear(self, *paths):
        for path in paths:
            shutil.rmtree(path, ignore_errors=True)

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)
