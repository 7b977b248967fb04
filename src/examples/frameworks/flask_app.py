import uuid

from flask import Flask, jsonify, render_template_string, request
from werkzeug.exceptions import HTTPException

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 10 * 1024
orders: dict[str, dict] = {}


# #region middleware
@app.after_request
def add_request_id(response):
    given = request.headers.get("X-Request-Id")
    response.headers["X-Request-Id"] = given or str(uuid.uuid4())
    return response
# #endregion middleware


# #region routes
@app.post("/orders")
def create_order():
    body = request.get_json()
    body = body if isinstance(body, dict) else {}
    faults = {}
    if not isinstance(body.get("article"), str) or body["article"] == "":
        faults["article"] = "say which"
    if type(body.get("count")) is not int or body["count"] < 1:
        faults["count"] = "at least 1"
    if faults:
        return {"faults": faults}, 422
    order = {"id": len(orders) + 1, "article": body["article"], "count": body["count"]}
    orders[str(order["id"])] = order
    return order, 201, {"Location": f"/orders/{order['id']}"}


@app.get("/orders/<order_id>")
def read_order(order_id):
    order = orders.get(order_id)
    if order is None:
        return {"error": "no such order"}, 404
    return order


@app.get("/broken")
def broken():
    raise RuntimeError("the database is away")
# #endregion routes


@app.get("/hello")
def hello():
    name = request.args.get("name", "stranger")
    return render_template_string("<p>Hello, {{ name }}</p>", name=name)


# #region errors
@app.errorhandler(HTTPException)
def bad(error):
    text = "not found" if error.code == 404 else "bad request"
    return jsonify(error=text), error.code


@app.errorhandler(Exception)
def failed(error):
    return jsonify(error="our fault"), 500
# #endregion errors
