"""A board's page as a program uses it: log in by proof, ask, be told what is wrong."""

import hashlib
import hmac
import http.client
import json

from splitstat_cli.mistakes import BoardError

TIMEOUT_S = 20


def hmac_sha256(key: bytes, message: bytes) -> bytes:
    """As firmware's app/login.py, which takes keys of at most 64 bytes."""
    return hmac.digest(key, message, "sha256")


class BoardPage:
    """host: address or address:port of a board. Raises BoardError where it cannot be reached, or
    says no: then with the board's own sentence."""

    def __init__(self, host: str, token: str):
        self.host = host
        self.cookie = ""
        nonce = self.ask("POST", "/api/login", {})["nonce"]
        proof = hmac_sha256(token.encode(), nonce.encode()).hex()
        self.ask("POST", "/api/login", {"nonce": nonce, "proof": proof})

    def ask(self, method: str, path: str, body=None):
        """The board's JSON answer."""
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if self.cookie:
            headers["Cookie"] = self.cookie
        line = http.client.HTTPConnection(self.host, timeout=TIMEOUT_S)
        try:
            line.request(method, path, None if body is None else json.dumps(body), headers)
            answer = line.getresponse()
            text = answer.read()
            set_cookie = answer.getheader("Set-Cookie")
        except (OSError, http.client.HTTPException) as why:
            raise BoardError(f"{self.host}: {why or type(why).__name__}") from None
        finally:
            line.close()
        try:
            said = json.loads(text)
        except ValueError:
            raise BoardError(f"{self.host}{path}: the answer is no JSON") from None
        if answer.status != 200:
            raise BoardError(f"{self.host}: {said.get('error', answer.status)}")
        if set_cookie:
            self.cookie = set_cookie.partition(";")[0]
        return said


def signature(secret: str, manifest: bytes) -> str:
    """Of a manifest, as firmware's app/update.py wants it. secret: the home's key or the token."""
    known = secret.encode()
    if len(known) > 64:
        known = hashlib.sha256(known).digest()
    key = hmac_sha256(known, b"splitstat update")
    return hmac_sha256(key, hashlib.sha256(manifest).digest()).hex()
