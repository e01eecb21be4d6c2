import { useQuery } from '@tanstack/react-query';
import type { RiskResult } from '@/api/types';
import { performanceQuery } from '@/features/performance/api';
import { useCurrentPortfolio } from '@/features/portfolio/api';
import { resultQuery, useAnalyses } from '@/features/risk/api';
import { type Numbers, numbersOf } from './model/numbers';

/** The figures of the portfolio on the screen: from its last risk check, and from its bookings. */
export function useOwnNumbers(): { numbers: Numbers; when?: string; simulated: boolean; pending: boolean } {
  const { portfolio, isPending } = useCurrentPortfolio();
  const checks = useAnalyses({ kind: 'risk', portfolioId: portfolio?.id }, portfolio !== undefined);
  const id = checks.data?.find(({ state }) => state === 'COMPLETED')?.id;
  const risk = useQuery({ ...resultQuery<RiskResult>(id ?? ''), enabled: id !== undefined });
  const performance = useQuery({
    ...performanceQuery(portfolio?.id ?? '', {}, undefined),
    enabled: portfolio !== undefined,
  });
  const pending =
    isPending || (portfolio !== undefined && checks.isPending) || (id !== undefined && risk.isPending);
  if (!risk.data) return { numbers: {}, simulated: false, pending };
  const { createdAt, simulated } = risk.data.provenance;
  return { numbers: numbersOf(risk.data, performance.data), when: createdAt, simulated, pending };
}
