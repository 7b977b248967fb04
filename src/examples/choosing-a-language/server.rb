require 'json'
require 'socket'
require 'uri'

PRICES = {}
LOCK = Mutex.new

# #region handle
# A Rack-style application: it takes the request as a hash and gives back three things.
APP = lambda do |env|
  match = %r{\A/prices/([^/]+)\z}.match(env['PATH_INFO'])
  next answer(404, error: 'not found') unless match

  name = URI.decode_www_form_component(match[1].gsub('+', '%2B'))
  case env['REQUEST_METHOD']
  when 'GET'
    cents = LOCK.synchronize { PRICES[name] }
    cents ? answer(200, name:, cents:) : answer(404, error: "no price for #{name}")
  when 'PUT'
    body = env['rack.input']
    next answer(400, error: 'send a whole number of cents') unless body.match?(/\A[0-9]{1,9}\z/)

    known = LOCK.synchronize do
      PRICES.key?(name).tap { PRICES[name] = body.to_i }
    end
    answer(known ? 200 : 201, name:, cents: body.to_i)
  else
    answer(405, { error: 'GET or PUT' }, 'Allow' => 'GET, PUT')
  end
end
# #endregion handle

def answer(status, body, headers = {})
  [status, { 'Content-Type' => 'application/json', **headers }, [JSON.generate(body)]]
end

# What a server such as Puma does for the application, at its shortest.
def serve(client)
  method, path = client.gets&.split
  return unless path

  headers = {}
  while (line = client.gets) && line != "\r\n"
    key, value = line.chomp.split(': ', 2)
    headers[key.downcase] = value
  end
  input = client.read(headers.fetch('content-length', 0).to_i) || ''
  status, head, body = APP.call('REQUEST_METHOD' => method, 'PATH_INFO' => path, 'rack.input' => input)
  text = body.join
  client.write("HTTP/1.1 #{status} \r\nContent-Length: #{text.bytesize}\r\nConnection: close\r\n")
  head.each { |key, value| client.write("#{key}: #{value}\r\n") }
  client.write("\r\n#{text}")
ensure
  client.close
end

server = TCPServer.new('127.0.0.1', ENV.fetch('PORT').to_i)
puts 'listening'
$stdout.flush
loop { Thread.new(server.accept) { |client| serve(client) } }
