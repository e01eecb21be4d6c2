/** Names for the shapes of the published contracts; nothing here is written by hand but the names. */
import type { components } from './generated/portfolio-service';

type Schemas = components['schemas'];

export type { paths } from './generated/portfolio-service';
export type { RiskResult } from './generated/risk-result';
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
