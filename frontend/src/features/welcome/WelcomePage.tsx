import { ArrowRight, FileUp, KeyRound, Play } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { expectInside } from '@/api/ahead';
import { useTranslation } from '@/shared/i18n/i18n';
import { CsrfForm } from '@/features/session/CsrfForm';
import { useFarewell } from '@/features/session/farewell';
import { forgetIntentions, intend, readIntentions } from '@/features/session/intentions';
import { SIGN_IN, START_DEMO } from '@/features/session/session';
import { LanguageSwitch } from '@/features/settings/LanguageSwitch';
import { Brand } from '@/shared/ui/Brand';
import { cx } from '@/shared/ui/cx';
import { Segmented } from '@/shared/ui/Segmented';
import { currencies, type Currency, likelyCurrency, type Tolerance, tolerances } from './choices';
import { TailPicture } from './TailPicture';

/** The first page a visitor sees: what this is, two questions, three ways in. */
export default function WelcomePage() {
  const { t } = useTranslation();
  const kept = readIntentions();
  const { deleted } = useFarewell();
  const [currency, setCurrency] = useState<Currency>(
    () => currencies.find((code) => code === kept.currency) ?? likelyCurrency(navigator.language),
  );
  const [tolerance, setTolerance] = useState<Tolerance>(
    () => tolerances.find((value) => value === String(kept.riskTolerance)) ?? '3',
  );
  const keep = (next?: string) => {
    intend({ currency, riskTolerance: Number(tolerance), ...(next ? { next } : {}) });
    expectInside(true);
  };
  useEffect(() => {
    // where somebody who is no more wanted to go
    if (deleted) forgetIntentions();
  }, [deleted]);
  useEffect(() => {
    document.title = t('page.title', { title: t('welcome.tab') });
  }, [t]);

  return (
    <div className="min-h-screen overflow-x-clip">
      <header className="mx-auto flex max-w-[1152px] flex-wrap items-center justify-between gap-2 px-4 pt-5 md:px-8">
        <Brand to="/welcome" />
        <div className="flex items-center gap-2">
          <LanguageSwitch label={t('welcome.language')} />
          <a
            href={SIGN_IN}
            onClick={() => keep()}
            className="inline-flex h-10 items-center rounded-control px-3 text-body font-medium text-primary hover:bg-surface-2"
          >
            {t('welcome.signIn')}
          </a>
        </div>
      </header>
      <main className="mx-auto max-w-[1152px] px-4 pb-16 md:px-8">
        {deleted ? (
          <p role="status" className="card mt-6 p-4 font-medium">
            {t('welcome.deleted')}
          </p>
        ) : null}
        <section className="grid items-center gap-x-12 gap-y-8 pt-10 md:pt-14 lg:grid-cols-[1.05fr_1fr]">
          <div>
            <h1 className="text-[36px]/[42px] font-semibold tracking-[-0.03em] text-wrap sm:text-[48px]/[54px]">
              {t('welcome.headline')}
            </h1>
            <p className="mt-4 max-w-[34rem] text-[17px]/[26px] text-muted">{t('welcome.lead')}</p>
            <CsrfForm action={START_DEMO} onSubmit={() => keep()} className="mt-7">
              <button
                type="submit"
                className="inline-flex h-[52px] items-center gap-2.5 rounded-[10px] bg-primary px-6 text-[17px] font-semibold text-on-primary transition-colors hover:bg-primary-hover"
              >
                <Play className="size-[18px] fill-current" aria-hidden="true" />
                {t('welcome.demo')}
              </button>
            </CsrfForm>
            <p className="mt-3 text-dense text-muted">{t('welcome.demoHint')}</p>
          </div>
          <TailPicture />
        </section>

        <section aria-labelledby="fit" className="card mt-12 p-5 sm:p-6">
          <h2 id="fit" className="text-section font-semibold">
            {t('welcome.fit')}
          </h2>
          <div className="mt-4 grid gap-x-10 gap-y-5 lg:grid-cols-[auto_1fr]">
            <Segmented
              showLabel
              label={t('welcome.currency')}
              value={currency}
              onChange={setCurrency}
              options={currencies.map((code) => ({ value: code, label: code }))}
            />
            <Segmented
              showLabel
              label={t('welcome.tolerance')}
              value={tolerance}
              onChange={setTolerance}
              options={tolerances.map((value) => ({ value, label: t(`tolerance.${value}`) }))}
            />
          </div>
        </section>

        <section aria-label={t('welcome.ways')} className="mt-6 grid gap-4 md:grid-cols-2">
          <Way
            icon={<FileUp aria-hidden="true" />}
            title={t('welcome.import')}
            text={t('welcome.importHint')}
          >
            <CsrfForm action={START_DEMO} onSubmit={() => keep('/portfolios/import')}>
              <button type="submit" className={wayLink}>
                {t('welcome.importGo')}
                <ArrowRight className="size-4" aria-hidden="true" />
              </button>
            </CsrfForm>
          </Way>
          <Way
            icon={<KeyRound aria-hidden="true" />}
            title={t('welcome.account')}
            text={t('welcome.accountHint')}
          >
            <a href={SIGN_IN} onClick={() => keep()} className={wayLink}>
              {t('welcome.accountGo')}
              <ArrowRight className="size-4" aria-hidden="true" />
            </a>
          </Way>
        </section>
        <p className="mt-10 max-w-3xl text-caption text-muted">{t('welcome.small')}</p>
      </main>
    </div>
  );
}

const wayLink =
  'inline-flex h-10 items-center gap-2 rounded-control -ml-3 px-3 text-body font-medium text-primary hover:bg-surface-2';

function Way({
  icon,
  title,
  text,
  children,
}: {
  icon: ReactNode;
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <div className={cx('card flex gap-4 p-5 sm:p-6')}>
      <div className="flex size-10 shrink-0 items-center justify-center rounded-control bg-primary-soft text-primary [&_svg]:size-5">
        {icon}
      </div>
      <div className="min-w-0">
        <h2 className="text-section font-semibold">{title}</h2>
        <p className="mt-1 mb-2 text-muted">{text}</p>
        {children}
      </div>
    </div>
  );
}
