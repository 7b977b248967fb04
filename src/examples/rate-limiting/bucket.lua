-- KEYS[1] the bucket; ARGV: tokens a second, size, tokens wanted
local rate, size = tonumber(ARGV[1]), tonumber(ARGV[2])
local wanted = tonumber(ARGV[3])
local time = redis.call('TIME')
local now = tonumber(time[1]) + tonumber(time[2]) / 1000000

local state = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = tonumber(state[1]) or size
local at = tonumber(state[2]) or now
tokens = math.min(size, tokens + math.max(0, now - at) * rate)

local wait = 0
local allowed = tokens >= wanted
if allowed then
  tokens = tokens - wanted
else
  wait = math.ceil((wanted - tokens) / rate)
end
local left = math.floor(tokens)
local more = math.ceil((left + 1 - tokens) / rate)

redis.call('HSET', KEYS[1],
  'tokens', string.format('%.6f', tokens),
  'at', string.format('%.6f', now))
redis.call('EXPIRE', KEYS[1], math.ceil(size / rate) + 1)
return { allowed and 1 or 0, left, wait, more }
