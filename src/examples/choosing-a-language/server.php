<?php
declare(strict_types=1);

function answer(int $status, array $body): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($body, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
}

// Nothing stays in memory between two requests, so prices are in a database.
$db = new PDO('sqlite:' . getenv('DATA') . '/prices.db');
$db->exec('CREATE TABLE IF NOT EXISTS prices (name TEXT PRIMARY KEY, cents INTEGER)');

// #region handle
function handle(PDO $db, string $method, string $path): void
{
    if (!preg_match('#^/prices/([^/]+)$#', $path, $match)) {
        answer(404, ['error' => 'not found']);
        return;
    }
    $name = rawurldecode($match[1]);
    $find = $db->prepare('SELECT cents FROM prices WHERE name = ?');
    $find->execute([$name]);
    $cents = $find->fetchColumn();
    if ($method === 'GET') {
        if ($cents === false) answer(404, ['error' => "no price for $name"]);
        else answer(200, ['name' => $name, 'cents' => $cents]);
        return;
    }
    if ($method !== 'PUT') {
        header('Allow: GET, PUT');
        answer(405, ['error' => 'GET or PUT']);
        return;
    }
    $body = file_get_contents('php://input');
    if (!preg_match('/^[0-9]{1,9}$/D', $body)) {
        answer(400, ['error' => 'send a whole number of cents']);
        return;
    }
    $db->prepare('REPLACE INTO prices VALUES (?, ?)')->execute([$name, (int) $body]);
    answer($cents === false ? 201 : 200, ['name' => $name, 'cents' => (int) $body]);
}
// #endregion handle

handle($db, $_SERVER['REQUEST_METHOD'], parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
