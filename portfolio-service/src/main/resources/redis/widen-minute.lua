-- KEYS[1] the minutes of a symbol; ARGV: the minute, its lowest and its highest price, and how many minutes are kept.
-- Prices are compared as numbers and kept as they were written.
local low, high = ARGV[2], ARGV[3]
for _, kept in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], ARGV[1], ARGV[1])) do
  local keptLow, keptHigh = string.match(kept, '^%d+ (%S+) (%S+)$')
  if tonumber(keptLow) <= tonumber(low) then low = keptLow end
  if tonumber(keptHigh) >= tonumber(high) then high = keptHigh end
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], ARGV[1], ARGV[1])
redis.call('ZADD', KEYS[1], ARGV[1], ARGV[1] .. ' ' .. low .. ' ' .. high)
local newest = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2]
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', newest - ARGV[4] - 1)
redis.call('EXPIRE', KEYS[1], (ARGV[4] + 60) * 60)
return true
