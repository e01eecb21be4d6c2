import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import type { Analysis } from '@/api/types';
import { eventFeed } from '@/shared/stream/useStream';
import { toast } from '@/shared/ui/toast';
import { analysisKey } from './api';
import { addressOf, useKindName } from './kinds';
import { afterEvent } from './model/progress';

/** Brings the events of running analyses into what the pages show. */
export function useAnalysisEvents() {
  const client = useQueryClient();
  const { t } = useTranslation();
  const kindName = useKindName();
  useEffect(
    () =>
      eventFeed.onEvent((event) => {
        if (!event.type.startsWith('analysis.') || typeof event.analysisId !== 'string') return;
        const id = event.analysisId;
        client.setQueryData<Analysis>(analysisKey(id), (known) => known && afterEvent(known, event));
        client.setQueriesData<Analysis[]>({ queryKey: ['analyses'] }, (list) =>
          list?.map((known) => (known.id === id ? afterEvent(known, event) : known)),
        );
        if (event.type === 'analysis.progress') return;
        void client.invalidateQueries({ queryKey: analysisKey(id), exact: true });
        void client.invalidateQueries({ queryKey: ['analyses'] });
        const shown = location.pathname.endsWith(id) || location.search.includes(id);
        if (event.type === 'analysis.completed' && !shown) {
          const kind = typeof event.kind === 'string' ? event.kind : 'risk';
          const to = addressOf({ id, kind });
          toast(
            t('finished.what', { what: kindName(kind) }),
            to ? { to, action: t('finished.show') } : undefined,
          );
        }
      }),
    [client, t],
  );
}
