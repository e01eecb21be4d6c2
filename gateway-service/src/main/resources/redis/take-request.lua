-- Generic cell rate algorithm: one key holds the time until which the requests so far are paid for.
-- KEYS[1] the client; ARGV[1] microseconds between two requests at the steady rate; ARGV[2] requests at once after a rest;
-- ARGV[3] how many requests are asked for, at least 1. The clock is Redis's own.
-- Answers, negative, how many of them may pass, at least one; or, positive, the microseconds until one may.
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local interval = tonumber(ARGV[1])
local paid = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now)
local room = now + interval * tonumber(ARGV[2]) - paid
if room < interval then
  return interval - room
end
local granted = math.min(tonumber(ARGV[3]), math.floor(room / interval))
paid = paid + granted * interval
redis.call('SET', KEYS[1], string.format('%.0f', paid), 'PX', math.ceil((paid - now) / 1000) + 1)
return -granted
