import { CircleCheck, ClockAlert, Eye, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { MarginState } from '@/api/types';
import { useTranslation } from '@/shared/i18n/i18n';
import { Badge } from '@/shared/ui/Badge';

const faces = {
  OK: { icon: CircleCheck, tone: 'gain' },
  WATCH: { icon: Eye, tone: 'primary' },
  WARNING: { icon: TriangleAlert, tone: 'warn' },
  CALL: { icon: OctagonAlert, tone: 'danger' },
  STALE: { icon: ClockAlert, tone: 'warn' },
} as const;

/** How an account stands, in a word with a sign: colour is never alone. */
export function StateBadge({ state }: { state: MarginState }) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = faces[state];
  return (
    <Badge tone={tone}>
      <Icon className="size-3.5" aria-hidden="true" />
      {t(`margin.state.${state}`)}
    </Badge>
  );
}
