/** Names for the shapes of the published contracts; nothing here is written by hand but the names. */
import type { components } from './generated/portfolio-service';

type Schemas = components['schemas'];

export type { paths } from './generated/portfolio-service';
export type { GoalParameters } from './generated/goal-parameters';
export type { GoalResult } from './generated/goal-result';
export type { MonteCarloParameters } from './generated/monte-carlo-parameters';
export type { MonteCarloResult } from './generated/monte-carlo-result';
export type { RiskParameters } from './generated/risk-parameters';
export type { RiskResult } from './generated/risk-result';
export type { VarBacktestParameters } from './generated/var-backtest-parameters';
export type { VarBacktestResult } from './generated/var-backtest-result';
export type Analysis = Schemas['AnalysisView'];
export type Me = Schemas['MeView'];
export type Preferences = Schemas['Preferences'];
export type Portfolio = Schemas['PortfolioView'];
export type Transaction = Schemas['TransactionView'];
export type Holding = Schemas['HoldingView'];
export type Holdings = Schemas['HoldingsView'];
export type Valuation = Schemas['ValuationView'];
export type ValueHistory = Schemas['ValueHistoryView'];
export type Import = Schemas['ImportView'];
export type ImportRow = Schemas['RowView'];
export type AccessToken = Schemas['TokenView'];
export type TransactionRequest = Schemas['TransactionRequest'];
export type Allocation = Schemas['AllocationView'];
export type Target = Schemas['TargetView'];
export type TargetRequest = Schemas['TargetRequest'];
export type Rebalancing = Schemas['RebalancingView'];
export type RiskScore = Schemas['RiskScoreView'];
export type Recommendation = Schemas['RecommendationView'];
export type SearchHit = Schemas['SearchHit'];
export type Rule = Schemas['RuleView'];
export type RuleId = Rule['rule'];
