"""Starts the built program on a free port of loopback, with a database that goes when it is done."""
import json
import pathlib
import re
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request


class Service:
    def __init__(self, program):
        self.program = program

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="dateline-reading.")
        folder = pathlib.Path(self.folder.name)
        self.log = open(folder / "log", "wb")
        output = folder / "output"
        with open(output, "wb") as sink:
            self.process = subprocess.Popen(
                [self.program, "serve", "--host", "127.0.0.1", "--port", "0", "--database", str(folder / "data.sqlite")],
                stdin=subprocess.DEVNULL, stdout=sink, stderr=self.log,
            )
        limit = time.monotonic() + 60
        while True:
            found = re.search(r"listens on (http:\S+)", output.read_text())
            if found:
                self.base = found[1]
                return self
            if self.process.poll() is not None or time.monotonic() > limit:
                self.__exit__()
                raise SystemExit("The program did not get ready.")
            time.sleep(0.02)

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()
        self.folder.cleanup()

    def preview(self, page):
        """The article as it would be stored, or the reason why there is none."""
        query = urllib.parse.urlencode({"filename": page.path.name})
        request = urllib.request.Request(
            f"{self.base}/v1/imports/preview?{query}", data=page.bytes, headers={"Content-Type": "application/octet-stream"}
        )
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                answer = json.load(response)
        except urllib.error.HTTPError as error:
            answer = json.load(error)
        articles = answer.get("articles") or [{}]
        return articles[0], answer.get("provenance")
