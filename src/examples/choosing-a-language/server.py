import json
import os
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

prices: dict[str, int] = {}


class Handler(BaseHTTPRequestHandler):
    def answer(self, status: int, body: dict, **headers: str) -> None:
        data = json.dumps(body, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    # #region handle
    def handle_price(self) -> None:
        path = re.fullmatch(r"/prices/([^/]+)", self.path)
        if not path:
            return self.answer(404, {"error": "not found"})
        name = unquote(path[1])
        if self.command == "GET":
            if name not in prices:
                return self.answer(404, {"error": f"no price for {name}"})
            return self.answer(200, {"name": name, "cents": prices[name]})
        if self.command != "PUT":
            return self.answer(405, {"error": "GET or PUT"}, Allow="GET, PUT")
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length).decode()
        if not re.fullmatch(r"[0-9]{1,9}", body):
            return self.answer(400, {"error": "send a whole number of cents"})
        status = 200 if name in prices else 201
        prices[name] = int(body)
        self.answer(status, {"name": name, "cents": prices[name]})
    # #endregion handle

    do_GET = do_PUT = do_POST = do_DELETE = handle_price

    def log_message(self, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 128  # as it comes, only five connections may wait to be accepted


server = Server(("127.0.0.1", int(os.environ["PORT"])), Handler)
print("listening", flush=True)
server.serve_forever()
