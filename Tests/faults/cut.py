"""Makes of a folder what a power cut would have left of it.

    cut.py FOLDER DURABLE CHANCE

DURABLE is what disk.c has kept. Of each block that was written and not synced, CHANCE (0 to 1) says how likely it reached the disk.
The shared memory file, which nobody syncs, is now and then there as it last was, as if all of it had reached the disk by chance.
"""
import os
import random
import sys

folder, durable, chance = sys.argv[1], sys.argv[2], float(sys.argv[3])
SECTOR = 512


def content(path):
    if not os.path.exists(path):
        return b""
    with open(path, "rb") as file:
        return file.read()


names = {}
for line in content(f"{durable}/names").decode().splitlines():
    inode, name = line.split(" ", 1)
    names[name] = inode

after = {}
for name, inode in names.items():
    if name.endswith("-shm"):
        if random.random() < 0.5:
            after[name] = content(f"{folder}/{name}")
        continue
    kept = bytearray(content(f"{durable}/{inode}"))
    path = f"{folder}/{name}"
    if chance and os.path.exists(path) and str(os.stat(path).st_ino) == inode:
        written = content(path)
        if random.random() < chance:
            kept = kept[: len(written)] + bytes(max(0, len(written) - len(kept)))
        for at in range(0, min(len(written), len(kept)), SECTOR):
            if random.random() < chance:
                kept[at : at + SECTOR] = written[at : at + SECTOR][: len(kept) - at]
    if name == "dateline.lock":
        # The machine has been started anew since, of which there is nothing else to be seen here.
        first, line_end, rest = bytes(kept).partition(b"\n")
        words = first.split(b" ")
        kept = b" ".join([words[0], b"before-the-power-cut", *words[2:]]) + line_end + rest
    after[name] = kept

for name in os.listdir(folder):
    if os.path.isfile(f"{folder}/{name}"):
        os.unlink(f"{folder}/{name}")
for name in os.listdir(durable):
    os.unlink(f"{durable}/{name}")
# What is left is on the disk for good.
with open(f"{durable}/names", "w") as list_of_names:
    for name, kept in after.items():
        with open(f"{folder}/{name}", "wb") as file:
            file.write(kept)
            inode = os.fstat(file.fileno()).st_ino
        with open(f"{durable}/{inode}", "wb") as file:
            file.write(kept)
        list_of_names.write(f"{inode} {name}\n")
