"""G15: of very many that want the same thing at one moment, one gets it."""
import json, uuid

CLIENTS = 32


class Race:
    """Requests that are all there but for their last byte, which is then sent for all of them."""

    def __init__(self, service):
        self.service = service
        self.connections = [service.connect(60) for _ in range(CLIENTS)]
        for connection in self.connections:
            connection.connect()

    def run(self, method, path, contents, **fields):
        """Status, answer and fields of each."""
        for connection, content in zip(self.connections, contents):
            connection.putrequest(method, path)
            for name, value in {"Content-Type": "application/json", "Content-Length": str(len(content)), **fields}.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders(content[:-1])
        for connection, content in zip(self.connections, contents):
            connection.send(content[-1:])
        outcomes = []
        for connection in self.connections:
            answer = connection.getresponse()
            text = answer.read()
            outcomes.append((answer.status, json.loads(text) if text else None, answer.headers))
        return outcomes


def one_winner(shop, report, given):
    won, begun = {"ETag": 0, "Idempotency-Key": 0, "URL": 0}, 0
    with shop.service() as service:
        race = Race(service)
        for turn in range(given.races):
            won["ETag"] += etag(service, race)
            won["Idempotency-Key"] += key(service, race, turn)
            won["URL"] += address(service, race, turn)
            begun += 3
    parts = ", ".join(f"{name} {count} of {given.races}" for name, count in won.items())
    report.add("G15", f"races of {CLIENTS} with exactly one winner, of {begun}", sum(won.values()), "", begun, begun, more_is_better=True, note=parts)


def etag(service, race):
    """One change goes through, and it is what the article has then."""
    made = service.ask("/v1/articles", "POST", '{"headline": "Raced for"}')[1]
    contents = [json.dumps({"abstract": f"Client {number}"}).encode() for number in range(CLIENTS)]
    outcomes = race.run("PATCH", f"/v1/articles/{made['id']}", contents, If_Match=f'"{made["version"]}"')
    winners = [answer for status, answer, _ in outcomes if status == 200]
    there = service.ask(f"/v1/articles/{made['id']}")[1]
    return (
        sorted(status for status, _, _ in outcomes) == [200] + [412] * (CLIENTS - 1)
        and (there["abstract"], there["version"]) == (winners[0]["abstract"], made["version"] + 1)
    )


def key(service, race, turn):
    """One article is made; the others are told of it, or that it is being made."""
    before = service.total()
    outcomes = race.run("POST", "/v1/articles", [b'{"headline": "Once %d"}' % turn] * CLIENTS, Idempotency_Key=str(uuid.uuid4()))
    first = [answer for status, answer, fields in outcomes if status == 201 and fields["Idempotency-Replayed"] is None]
    told = {answer["id"] for status, answer, _ in outcomes if status == 201}
    return len(first) == 1 and told == {first[0]["id"]} and {status for status, _, _ in outcomes} <= {201, 409} and service.total() == before + 1


def address(service, race, turn):
    """One article gets the address, and the others are refused."""
    before = service.total()
    contents = [json.dumps({"headline": f"Client {number}", "url": f"https://news.example/{turn}"}).encode() for number in range(CLIENTS)]
    outcomes = race.run("POST", "/v1/articles", contents)
    return sorted(status for status, _, _ in outcomes) == [201] + [409] * (CLIENTS - 1) and service.total() == before + 1
