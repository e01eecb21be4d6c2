import { useTranslation } from '@/shared/i18n/i18n';
import type { Me } from '@/api/types';
import { CsrfForm } from '@/features/session/CsrfForm';
import { SIGN_OUT, useMe, useSavePreferences } from '@/features/session/session';
import { currencies, tolerances } from '@/features/welcome/choices';
import { dayTime } from '@/shared/format/format';
import { gainColours, themes, useSettings } from '@/shared/settings/settings';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Delta } from '@/shared/ui/Delta';
import { SelectField } from '@/shared/ui/Field';
import { Page, Skeleton } from '@/shared/ui/Page';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';
import { Segmented } from '@/shared/ui/Segmented';
import { LevelSwitch } from '@/features/level/level';
import { ApiClients } from './ApiClients';
import { DataCard } from './DataCard';
import { DeleteAccount } from './DeleteAccount';
import { LanguageSwitch } from './LanguageSwitch';
import { SignIns } from './SignIns';
import { AccessTokens } from './AccessTokens';

/** What Riskwatch should know about its reader, and how it should look. Everything is kept as it is chosen. */
export default function SettingsPage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Page title={t('settings.title')}>
      {me.error ? <ProblemNotice error={me.error} onRetry={() => void me.refetch()} /> : null}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {me.data ? <Preferences me={me.data} /> : me.isPending ? <Skeleton className="h-64 w-full" /> : null}
        <Looks />
      </div>
      <AccessTokens />
      <ApiClients />
      <DataCard />
      <SignIns />
      {me.data ? <Account me={me.data} /> : null}
      {me.data ? <DeleteAccount me={me.data} /> : null}
    </Page>
  );
}

function Preferences({ me }: { me: Me }) {
  const { t } = useTranslation();
  const save = useSavePreferences();
  const { currency, riskTolerance } = { ...me.preferences, ...save.variables };
  return (
    <Card title={t('settings.you')}>
      <div className="space-y-5">
        <SelectField
          className="max-w-xs"
          label={t('settings.currency')}
          hint={t('settings.currencyHint')}
          value={currency}
          onChange={(event) => save.mutate({ currency: event.target.value })}
        >
          {[...new Set([...currencies, currency])].map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </SelectField>
        <Segmented
          showLabel
          label={t('welcome.tolerance')}
          value={String(riskTolerance)}
          onChange={(value) => save.mutate({ riskTolerance: Number(value) })}
          options={tolerances.map((value) => ({ value, label: t(`tolerance.${value}`) }))}
        />
        <p role="status" className="text-dense text-muted">
          {save.isPending ? t('settings.saving') : save.isSuccess ? t('settings.saved') : ''}
        </p>
        {save.error ? <ProblemNotice error={save.error} /> : null}
      </div>
    </Card>
  );
}

function Account({ me }: { me: Me }) {
  const { t } = useTranslation();
  const until = me.organisation.demoUntil;
  return (
    <Card title={t('settings.account')} term={me.user.guest ? undefined : (me.user.email ?? me.user.name)}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-2xl text-muted">
          {until ? t('settings.guestWhy', { when: dayTime(until) }) : me.organisation.name}{' '}
          {t('settings.session')}
        </p>
        <CsrfForm action={SIGN_OUT}>
          <Button type="submit">{t('account.signOut')}</Button>
        </CsrfForm>
      </div>
    </Card>
  );
}

function Looks() {
  const { t } = useTranslation();
  const { theme, gainColours: colours, set } = useSettings();
  const { mutate } = useSavePreferences();
  return (
    <Card title={t('settings.looks')}>
      <div className="space-y-5">
        <LanguageSwitch showLabel label={t('settings.language')} />
        <div>
          <LevelSwitch showLabel />
          <p className="mt-1.5 text-dense text-muted">{t('settings.levelHint')}</p>
        </div>
        <Segmented
          showLabel
          label={t('settings.theme')}
          value={theme}
          onChange={(value) => {
            set({ theme: value });
            mutate({ theme: value });
          }}
          options={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
        />
        <Segmented
          showLabel
          label={t('settings.gain')}
          value={colours}
          onChange={(value) => {
            set({ gainColours: value });
            mutate({ gainColours: value });
          }}
          options={gainColours.map((value) => ({ value, label: t(`settings.gains.${value}`) }))}
        />
        <p className="flex gap-5 text-section font-semibold" aria-hidden="true">
          <Delta value={1}>+1.84%</Delta>
          <Delta value={-1}>−0.92%</Delta>
        </p>
      </div>
    </Card>
  );
}
