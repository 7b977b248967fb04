using System.Collections.Concurrent;
using System.Text.RegularExpressions;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT")}");
var app = builder.Build();
var prices = new ConcurrentDictionary<string, int>();

// #region handle
app.MapGet("/prices/{name}", (string name) =>
    prices.TryGetValue(name, out var cents)
        ? Results.Ok(new Price(name, cents))
        : Results.NotFound(new Problem($"no price for {name}")));

app.MapPut("/prices/{name}", async (string name, HttpRequest request) =>
{
    var body = await new StreamReader(request.Body).ReadToEndAsync();
    if (!Regex.IsMatch(body, @"\A[0-9]{1,9}\z"))
        return Results.BadRequest(new Problem("send a whole number of cents"));
    var price = new Price(name, int.Parse(body));
    var known = prices.ContainsKey(name);
    prices[name] = price.Cents;
    return Results.Json(price, statusCode: known ? 200 : 201);
});
// #endregion handle

app.Run();

record Price(string Name, int Cents);
record Problem(string Error);
