"""The built program, running."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from .rows import expect
from .wire import Answer, Connection, check_problem, head

JSON = "application/json"


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_") or name == "DATELINE_TEST_NICENESS"}
    return {**kept, "SWIFT_BACKTRACE": "enable=no", **more}


class Service:
    def __init__(self, program: str, *options: str, inbox: Path | None = None, folder: Path | None = None) -> None:
        """`folder`: of a service that was stopped, whose database this one takes over."""
        self.program = program
        self.folder = folder or Path(tempfile.mkdtemp(prefix="dateline-hostile-"))
        self.log = self.folder / "log"
        self.database = self.folder / "data" / "dateline.sqlite"
        arguments = [program, "serve", "--port", "0", "--database", str(self.database), "--log-format", "json", *options]
        if inbox:
            arguments += ["--inbox", str(inbox)]
        with self.log.open("wb") as log, (self.folder / "output").open("wb") as output:
            self.process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=log, env=environment())
        self.port = self.wait_for_port()

    def wait_for_port(self) -> int:
        deadline = time.monotonic() + 180
        while time.monotonic() < deadline and self.process.poll() is None:
            found = re.search(r"http://\S+:(\d+)$", (self.folder / "output").read_text(), re.M)
            if found:
                return int(found[1])
            time.sleep(0.02)
        raise RuntimeError(f"the service did not start: {self.log.read_text()[-2000:]}")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(120)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def discard(self) -> None:
        if self.process.poll() is None:
            self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    # What rows ask.

    def ask(self, method: str, target: str, body: bytes | None = None, fields: dict[str, str] | None = None, host: str | None = "127.0.0.1:8080", seconds: float = 120) -> Answer:
        fields = dict(fields or {})
        if body is not None:
            fields.setdefault("Content-Type", JSON)
            fields["Content-Length"] = str(len(body))
        with Connection(self.port, seconds) as connection:
            connection.send(head(method, target, fields, host) + (body or b""))
            answer = connection.answer(head=method == "HEAD")
        expect(answer is not None, f"no answer to {method} {target[:80]}")
        assert answer
        return answer

    def get(self, target: str, **fields: str) -> Answer:
        return self.ask("GET", target, fields={name.replace("_", "-"): value for name, value in fields.items()})

    def post(self, body: bytes | str, target: str = "/v1/articles", **fields: str) -> Answer:
        data = body.encode() if isinstance(body, str) else body
        return self.ask("POST", target, data, {name.replace("_", "-"): value for name, value in fields.items()})

    def refuses(self, answer: Answer | None, status: int | tuple[int, ...], slug: str | None = None) -> Answer:
        expect(answer is not None, "the connection ended without an answer")
        assert answer
        wanted = status if isinstance(status, tuple) else (status,)
        expect(answer.status in wanted, answer)
        check_problem(answer, slug)
        return answer

    def made(self, body: str, target: str = "/v1/articles") -> Any:
        answer = self.post(body, target)
        expect(answer.status == 201, answer)
        return answer.json

    def tail(self) -> int:
        """The sequence of the last change."""
        text = self.get("/metrics").text
        return int(re.search(r"^dateline_store_last_change (\d+)$", text, re.M)[1])

    def memory(self) -> int:
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGESIZE")

    def errors(self) -> list[str]:
        return [line for line in self.log.read_text("utf-8", "replace").splitlines() if '"level":"error"' in line or '"level":"critical"' in line]
