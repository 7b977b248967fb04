# python3 alone.py <port>: the same API from the standard library, with SQLite.
import json, re, sqlite3, sys, threading
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlsplit

db = sqlite3.connect('tasks.db', check_same_thread=False, isolation_level=None)
db.executescript('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
db.execute('''CREATE TABLE IF NOT EXISTS tasks (
    id integer PRIMARY KEY AUTOINCREMENT, title text NOT NULL,
    done integer NOT NULL, due text) STRICT''')
lock = threading.Lock()


def rows(sql, *values):
    with lock:
        found = db.execute(sql, values).fetchall()
    return [{'id': i, 'title': t, 'done': d == 1, 'due': day} for i, t, d, day in found]


class Problem(Exception):
    def __init__(self, status, title, **headers):
        self.status, self.title, self.headers = status, title, headers


def storable(text):
    try:
        return '\0' not in text and bool(text.encode())
    except UnicodeEncodeError:
        return False  # half a pair of surrogates


def is_day(text):
    try:
        return bool(re.fullmatch(r'[0-9]{4}-[0-9]{2}-[0-9]{2}', text) and date.fromisoformat(text))
    except (TypeError, ValueError):
        return False


RULES = {
    'title': lambda v: isinstance(v, str) and 1 <= len(v.strip()) <= 200 and storable(v),
    'done': lambda v: isinstance(v, bool),
    'due': lambda v: v is None or is_day(v),
}


def fields(body):
    if not isinstance(body, dict):
        raise Problem(422, 'Send an object')
    for name, value in body.items():
        if name not in RULES or not RULES[name](value):
            raise Problem(422, f'{name} is not valid')
    return {**body, 'title': body['title'].strip()} if 'title' in body else body


class Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    wbufsize = -1  # head and body in one packet

    def sent(self):
        if (self.headers.get('content-type') or '').split(';')[0] != 'application/json':
            raise Problem(415, 'Send application/json')
        if len(self.body) > 100_000:
            raise Problem(413, 'This is too long')
        try:
            return json.loads(self.body)
        except ValueError:
            raise Problem(400, 'This is not JSON')

    def many(self, method, query):
        if method == 'POST':
            task = {'done': False, 'due': None, **fields(self.sent())}
            if 'title' not in task:
                raise Problem(422, 'title is not valid')
            made = rows('INSERT INTO tasks (title, done, due) VALUES (?, ?, ?) RETURNING *',
                        task['title'], task['done'], task['due'])[0]
            return 201, made, {'location': f'/tasks/{made["id"]}'}
        limit, after, done = (query.get(n, d) for n, d in
                              [('limit', '20'), ('after', '9' * 18), ('done', None)])
        if (set(query) - {'limit', 'after', 'done'} or done not in (None, 'true', 'false')
                or not re.fullmatch('[1-9][0-9]?|100', limit)
                or not re.fullmatch('[0-9]{1,18}', after)):
            raise Problem(400, 'Some parameters are not valid')
        found = rows('''SELECT * FROM tasks WHERE id < ?1 AND (?2 IS NULL OR done = ?2)
                        ORDER BY id DESC LIMIT ?3 + 1''',
                     int(after), done and done == 'true', int(limit))
        shown = found[:int(limit)]
        more = len(found) > len(shown)
        following = more and '/tasks?' + urlencode({**query, 'after': shown[-1]['id']})
        return 200, {'tasks': shown, 'next': following or None}, {}

    def one(self, method, number):
        found = rows('SELECT * FROM tasks WHERE id = ?', number)
        if method == 'PATCH':
            sent = fields(self.sent())
            found = rows('''UPDATE tasks SET title = coalesce(?2, title), done = coalesce(?3, done),
                            due = CASE WHEN ?4 THEN ?5 ELSE due END WHERE id = ?1 RETURNING *''',
                         number, sent.get('title'), sent.get('done'), 'due' in sent, sent.get('due'))
        elif method == 'DELETE':
            found = rows('DELETE FROM tasks WHERE id = ? RETURNING *', number)
        if not found:
            raise Problem(404, 'There is no such task')
        return (204, None, {}) if method == 'DELETE' else (200, found[0], {})

    def answer(self):
        address = urlsplit(self.path)
        task = re.fullmatch('/tasks/([1-9][0-9]{0,17})', address.path)
        method = 'GET' if self.command == 'HEAD' else self.command
        allowed = ['GET', 'PATCH', 'DELETE'] if task else ['GET', 'POST']
        if not task and address.path != '/tasks':
            raise Problem(404, 'There is nothing here')
        if method not in allowed:
            raise Problem(405, 'Not possible here', allow=', '.join(['HEAD', *allowed]))
        if task:
            return self.one(method, int(task[1]))
        return self.many(method, dict(parse_qsl(address.query, keep_blank_values=True)))

    def handle_request(self):
        kind = 'application/json'
        self.body = self.rfile.read(int(self.headers.get('content-length') or 0))
        try:
            status, body, headers = self.answer()
        except Problem as problem:
            kind, headers = 'application/problem+json', problem.headers
            status, body = problem.status, {'title': problem.title, 'status': problem.status}
        text = b'' if body is None else json.dumps(body).encode()
        self.send_response(status)
        for name, value in {'content-type': kind, 'content-length': len(text), **headers}.items():
            if status != 204:
                self.send_header(name, value)
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(text)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = handle_request
    log_message = lambda *ignored: None


server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
print("listening", flush=True)
server.serve_forever()
