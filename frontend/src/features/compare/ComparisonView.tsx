import { useState } from 'react';
import type { Analysis, Comparison } from '@/api/types';
import { shown, written } from '@/features/figures/model/figure';
import { addressOf, useKindName } from '@/features/risk/kinds';
import { dayTime, UNKNOWN } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { TextField } from '@/shared/ui/Field';
import { Link } from '@/shared/ui/Link';
import { Table, Td, Th, Tr } from '@/shared/ui/table';

type Props = { comparison: Comparison; analyses: readonly Analysis[] };
const FIRST = 40;

/** The figures aligned by what they are of, with their distance to the first result; then what was asked differently. */
export function ComparisonView({ comparison, analyses }: Props) {
  const { t, tell } = useTranslation();
  const [words, setWords] = useState('');
  const [all, setAll] = useState(false);
  const { figures, settings, assumptions, omitted } = comparison;
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = figures.filter(({ title, name, of }) =>
    parts.every((part) => `${title} ${tell(title).text} ${name} ${of ?? ''}`.toLowerCase().includes(part)),
  );
  const listed = all ? found : found.slice(0, FIRST);
  const heads = <Heads comparison={comparison} analyses={analyses} />;
  return (
    <>
      <Card title={t('compare.figures')} term={t('compare.figuresTerm')} padded={false}>
        <div className="max-w-sm px-5 pb-3">
          <TextField
            label={t('compare.find')}
            value={words}
            maxLength={100}
            onChange={(event) => setWords(event.target.value)}
          />
        </div>
        {found.length === 0 ? (
          <p className="px-5 pb-5 text-muted">{t('compare.noneFound')}</p>
        ) : (
          <Table label={t('compare.figuresTerm')}>
            <thead>
              <tr>
                <Th>{t('compare.figure')}</Th>
                {heads}
              </tr>
            </thead>
            <tbody>
              {listed.map(({ name, title, of, unit, onlyIn, values, differences }) => (
                <Tr key={`${name} ${of ?? ''}`}>
                  <Td>
                    <span className="block font-medium">
                      <Served>{title}</Served>
                    </span>
                    {of ? <span className="block text-caption text-muted">{of}</span> : null}
                    {onlyIn ? (
                      <span className="text-caption text-muted">
                        {t('compare.onlyIn', { results: onlyIn.map((index) => index + 1).join(', ') })}
                      </span>
                    ) : null}
                  </Td>
                  {values.map((value, index) => (
                    <Td right key={index}>
                      {figure(value, unit)}
                      {index > 0 ? (
                        <span className="block text-caption text-muted">
                          {apart(differences[index], unit)}
                        </span>
                      ) : null}
                    </Td>
                  ))}
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
        {found.length > listed.length ? (
          <div className="p-4 text-center">
            <Button onClick={() => setAll(true)}>{t('compare.showAll', { count: found.length })}</Button>
          </div>
        ) : null}
        {omitted > 0 ? (
          <p className="px-5 py-3 text-caption text-muted">{t('compare.omitted', { count: omitted })}</p>
        ) : null}
      </Card>
      <Card title={t('compare.settings')} term={t('compare.settingsTerm')} padded={settings.length === 0}>
        {settings.length === 0 ? (
          <p className="text-muted">{t('compare.sameSettings')}</p>
        ) : (
          <Table label={t('compare.settingsTerm')}>
            <thead>
              <tr>
                <Th>{t('compare.setting')}</Th>
                {heads}
              </tr>
            </thead>
            <tbody>
              {settings.map(({ name, values }) => (
                <Tr key={name}>
                  <Td className="font-medium">{name}</Td>
                  {values.map((value, index) => (
                    <Td right key={index} className="whitespace-normal">
                      {value === null ? UNKNOWN : shown(value)}
                    </Td>
                  ))}
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
      </Card>
      {assumptions.length > 0 ? (
        <Card title={t('compare.assumptions')} term={t('compare.assumptionsTerm')}>
          <ul className="list-disc space-y-1.5 pl-5">
            {assumptions.map(({ text, takenBy }) => (
              <li key={text}>
                <Served>{text}</Served>{' '}
                <span className="text-muted">
                  {t('compare.takenBy', { results: takenBy.map((index) => index + 1).join(', ') })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}

/** A result that lacks a figure has none there. */
const figure = (value: number | null | undefined, unit: string) =>
  value === null || value === undefined ? UNKNOWN : written(value, unit, undefined);

const apart = (difference: number | null | undefined, unit: string) =>
  difference === null || difference === undefined
    ? ''
    : `${difference > 0 ? '+' : ''}${written(difference, unit, undefined)}`;

function Heads({ comparison, analyses }: Props) {
  const kindName = useKindName();
  return comparison.analyses.map(({ id, kind }, index) => {
    const asked = analyses.find((it) => it.id === id)?.requestedAt;
    const to = addressOf({ id, kind });
    const name = `${index + 1}. ${kindName(kind)}`;
    return (
      <Th right key={id}>
        {to ? (
          <Link to={to} className="text-primary underline-offset-2 hover:underline">
            {name}
          </Link>
        ) : (
          name
        )}
        {asked ? <span className="figures block font-normal">{dayTime(asked)}</span> : null}
      </Th>
    );
  });
}
