import goal from '../../analytics-worker/contract/result/examples/goal.json';
import monteCarlo from '../../analytics-worker/contract/result/examples/monte-carlo.json';
import stress from '../../analytics-worker/contract/result/examples/stress.json';
import varBacktest from '../../analytics-worker/contract/result/examples/var-backtest.json';

/** The worker's own examples answer for the kinds they are of. */
export const results: Record<string, object> = {
  goal,
  stress,
  'monte-carlo': monteCarlo,
  'var-backtest': varBacktest,
};
