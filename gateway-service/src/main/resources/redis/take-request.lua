-- Generic cell rate algorithm: one key holds the time until which the requests so far are paid for.
-- KEYS[1] the client; ARGV[1] microseconds between two requests at the steady rate; ARGV[2] requests at once after a rest.
-- Answers 0 when the request may pass, else the microseconds to wait. The clock is Redis's own.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local interval = tonumber(ARGV[1])
local paid = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + interval
local wait = paid - interval * tonumber(ARGV[2]) - now
if wait > 0 then
  return wait
end
redis.call('SET', KEYS[1], string.format('%.0f', paid), 'PX', math.ceil((paid - now) / 1000) + 1)
return 0
