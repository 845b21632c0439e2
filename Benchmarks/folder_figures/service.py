"""A running Dateline that watches a folder, and what can be seen of it from outside."""
import http.client, json, os, shutil, struct, subprocess, tempfile, time, urllib.parse


class Unavailable(Exception):
    """The system doesn't let something be measured."""


class Service:
    def __init__(self, program, inbox, data, prefix=()):
        self.data, self.database = data, f"{data}/dateline.sqlite"
        self.command = [*prefix, program, "serve", "--port", "0", "--database", self.database, "--inbox", inbox, "--log-level", "warning"]

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
        self.process.terminate()
        try:
            self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.errors.close()

    def connect(self, timeout=700):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def ask(self, path, method="GET", body=None, connection=None):
        """Status and decoded answer, over one connection that is kept."""
        connection = connection or self.connection
        connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
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

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Workshop:
    """A scratch folder on one disk; services and files in it."""

    def __init__(self, program, straight, folder):
        self.program, self.straight = program, straight
        self.folder = tempfile.mkdtemp(prefix="dateline-folder-", dir=folder)
        self.number = 0

    def place(self, name):
        self.number += 1
        path = f"{self.folder}/{self.number:03d}-{name}"
        os.mkdir(path)
        return path

    def service(self, inbox, data=None, prefix=()):
        return Service(self.program, inbox, data or self.place("data"), prefix)

    def deaf(self, lower):
        """A service whose folder is a mount that tells of no change: what is put into `lower` shows there without an event."""
        upper, work, mount = self.place("upper"), self.place("work"), self.place("mount")
        script = 'mount -t overlay overlay -o "lowerdir=$1,upperdir=$2,workdir=$3" "$4" && shift 4 && exec "$@"'
        return self.service(mount, prefix=["unshare", "-Urm", "sh", "-c", script, "sh", lower, upper, work, mount])

    def straight_rows(self, finished, pace, text):
        """Copies the finished rows with plain SQLite calls; what that took."""
        fresh = f"{self.place('straight')}/dateline.sqlite"
        subprocess.run([self.program, "migrate", "--database", fresh], check=True, capture_output=True)
        os.sync()
        answer = subprocess.run([self.straight, finished, fresh, pace, "text" if text else "no-text"], capture_output=True, text=True)
        if answer.returncode != 0:
            raise RuntimeError(answer.stderr.strip())
        shutil.rmtree(os.path.dirname(fresh))
        return json.loads(answer.stdout)

    def clear(self, *paths):
        for path in paths:
            shutil.rmtree(path, ignore_errors=True)

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)
