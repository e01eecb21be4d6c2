import backtest from '../../analytics-worker/contract/result/examples/backtest.json';
import factor from '../../analytics-worker/contract/result/examples/factor.json';
import goal from '../../analytics-worker/contract/result/examples/goal.json';
import leverage from '../../analytics-worker/contract/result/examples/leverage.json';
import monteCarlo from '../../analytics-worker/contract/result/examples/monte-carlo.json';
import { optimization } from './optimizationFixture';
import portfolioReport from '../../analytics-worker/contract/result/examples/portfolio-report.json';
import stress from '../../analytics-worker/contract/result/examples/stress.json';
import varBacktest from '../../analytics-worker/contract/result/examples/var-backtest.json';

/** The worker's own examples answer for the kinds they are of. */
export const results: Record<string, object> = {
  backtest,
  factor,
  goal,
  leverage,
  optimization,
  stress,
  'portfolio-report': portfolioReport,
  'monte-carlo': monteCarlo,
  'var-backtest': varBacktest,
};
