"""A scratch folder for services that watch one, and the program that inserts rows raw."""
import json, os, shutil, sqlite3, subprocess

from figures.service import Workshop


class FolderWorkshop(Workshop):
    def __init__(self, program, straight, folder):
        super().__init__(program, folder)
        self.straight = straight

    def deaf(self, lower):
        """A service whose folder is a mount that tells of no change: what is put into `lower` shows there without an event."""
        upper, work, mount = self.place("upper"), self.place("work"), self.place("mount")
        script = 'mount -t overlay overlay -o "lowerdir=$1,upperdir=$2,workdir=$3" "$4" && shift 4 && exec "$@"'
        return self.service(mount, prefix=["unshare", "-Urm", "sh", "-c", script, "sh", lower, upper, work, mount])

    def unindexed(self, inbox):
        """A service with an empty database whose full-text index is a view: what is put into it goes nowhere, and costs nothing."""
        service = self.service(inbox)
        subprocess.run([self.program, "migrate", "--database", service.database], check=True, capture_output=True)
        connection = sqlite3.connect(service.database)
        connection.executescript("""
            DROP TABLE article_text;
            CREATE VIEW article_text AS SELECT NULL AS rowid, NULL AS article_text, NULL AS rank, NULL AS headline, NULL AS body;
            CREATE TRIGGER article_text_nowhere INSTEAD OF INSERT ON article_text BEGIN SELECT NULL; END;
            CREATE TABLE article_text_config (k, v);
        """)
        connection.close()
        return service

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
