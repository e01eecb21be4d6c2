import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus, Users, Wallet } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from '@/shared/i18n/i18n';
import { Button, ButtonLink } from '@/shared/ui/Button';
import { Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { ratesQuery } from './api';
import { byInstrument, today } from './model/book';
import { RateFormCard } from './RateFormCard';
import { RatesCard } from './RatesCard';
import { StandardCard } from './StandardCard';
import { TermsCard } from './TermsCard';
import { useMaySet } from './useMaySet';

/** What an organisation asks of accounts on credit: by instrument, and of all of them. */
export default function RatesPage() {
  const { t } = useTranslation();
  const rates = useInfiniteQuery(ratesQuery);
  const maySet = useMaySet();
  /** the instrument whose rates are being set; empty for one still to be named */
  const [setting, setSetting] = useState<string>();
  const opener = useRef<HTMLElement>(undefined);
  const list = rates.data?.pages.flatMap((page) => page.items) ?? [];
  const standard = rates.data?.pages[0]?.standard;
  const instruments = byInstrument(list, today(), rates.hasNextPage);
  const open = (symbol: string) => {
    if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
    setSetting(symbol);
  };
  const close = () => {
    setSetting(undefined);
    opener.current?.focus();
  };
  return (
    <Page
      title={t('rates.title')}
      lead={t('rates.lead')}
      actions={
        <>
          <ButtonLink to="/margin">
            <Wallet className="size-[18px]" aria-hidden="true" />
            {t('rates.toMargin')}
          </ButtonLink>
          <ButtonLink to="/clients">
            <Users className="size-[18px]" aria-hidden="true" />
            {t('rates.toClients')}
          </ButtonLink>
          {maySet && standard ? (
            <Button look="primary" onClick={() => open('')}>
              <Plus className="size-[18px]" aria-hidden="true" />
              {t('rates.set')}
            </Button>
          ) : null}
        </>
      }
    >
      {maySet === false ? <p className="text-muted">{t('rates.readOnly')}</p> : null}
      {rates.error ? <ProblemNotice error={rates.error} onRetry={() => void rates.refetch()} /> : null}
      {setting !== undefined && standard ? (
        <RateFormCard
          key={setting}
          symbol={setting}
          standard={standard}
          known={list}
          refetch={async () => (await rates.refetch()).data?.pages.flatMap((page) => page.items) ?? []}
          onDone={close}
        />
      ) : null}
      {rates.isPending ? <Skeleton className="h-64 w-full" /> : null}
      {standard ? (
        <>
          <RatesCard
            instruments={instruments}
            standard={standard}
            maySet={maySet === true}
            onChange={open}
            more={
              rates.hasNextPage ? (
                <Button busy={rates.isFetchingNextPage} onClick={() => void rates.fetchNextPage()}>
                  {t('rates.more')}
                </Button>
              ) : null
            }
          />
          <StandardCard standard={standard} />
        </>
      ) : null}
      <TermsCard maySet={maySet === true} />
    </Page>
  );
}
