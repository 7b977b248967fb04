import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import static java.nio.charset.StandardCharsets.UTF_8;

public class Server {
    static final Pattern PATH = Pattern.compile("/prices/([^/]+)");
    static final ConcurrentHashMap<String, Integer> prices = new ConcurrentHashMap<>();

    record Price(String name, int cents) {
        String json() {
            return "{\"name\":" + quote(name) + ",\"cents\":" + cents + "}";
        }
    }

    // #region handle
    static void handle(HttpExchange exchange) throws IOException {
        var path = PATH.matcher(exchange.getRequestURI().getRawPath());
        if (!path.matches()) {
            error(exchange, 404, "not found");
            return;
        }
        var name = URLDecoder.decode(path.group(1).replace("+", "%2B"), UTF_8);
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                var cents = prices.get(name);
                if (cents == null) error(exchange, 404, "no price for " + name);
                else answer(exchange, 200, new Price(name, cents).json());
            }
            case "PUT" -> {
                var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                if (!body.matches("[0-9]{1,9}")) {
                    error(exchange, 400, "send a whole number of cents");
                    return;
                }
                var price = new Price(name, Integer.parseInt(body));
                var before = prices.put(name, price.cents());
                answer(exchange, before == null ? 201 : 200, price.json());
            }
            default -> {
                exchange.getResponseHeaders().set("Allow", "GET, PUT");
                error(exchange, 405, "GET or PUT");
            }
        }
    }
    // #endregion handle

    static void error(HttpExchange exchange, int status, String text) throws IOException {
        answer(exchange, status, "{\"error\":" + quote(text) + "}");
    }

    static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var data = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, data.length);
        try (var out = exchange.getResponseBody()) {
            out.write(data);
        }
    }

    /** The JDK has no JSON, so a string is written by hand. */
    static String quote(String text) {
        var out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ') out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        return out.append('"').toString();
    }

    public static void main(String[] args) throws IOException {
        var port = Integer.parseInt(System.getenv("PORT"));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", Server::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        System.out.println("listening");
    }
}
