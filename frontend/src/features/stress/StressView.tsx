import { type ReactNode, useState } from 'react';
import type { StressResult } from '@/api/types';
import { FigureHelp } from '@/features/figures/FigureHelp';
import { StudentCard } from '@/features/figures/StudentCard';
import { From } from '@/features/level/level';
import { OriginCard } from '@/features/risk/OriginCard';
import { WordsCard } from '@/features/risk/WordsCard';
import { day, percent, percentChange, ratio, roundMoney } from '@/shared/format/format';
import { useTranslation } from '@/shared/i18n/i18n';
import { Served } from '@/shared/i18n/Served';
import { Card } from '@/shared/ui/Card';
import { Table, Td, Th, Tr } from '@/shared/ui/table';
import { type Scenario, worstFirst } from './model/shocks';
import { RepricedCard } from './RepricedCard';

/** Whose formulas a student is shown. */
const taught = [
  'scenarios.0.loss.fraction',
  'scenarios.0.holdings.0.loss',
  'reverse.distance',
  'reverse.equityMove',
  'reverse.loss.amount',
] as const;

/** A finished stress test: the worst in words, every scenario, the holdings behind one, and the way to a given loss. */
export function StressView({ result }: { result: StressResult }) {
  const { t, tell } = useTranslation();
  const scenarios = worstFirst(result);
  const [id, setId] = useState(scenarios[0]?.id);
  const chosen = scenarios.find((scenario) => scenario.id === id);
  const name = chosen && (isOwn(chosen) ? chosen.name : tell(chosen.name).text);
  const { currency, amount } = result.inputs.value;
  const money = (value: number) => (amount === 1 ? '' : roundMoney(-value, currency));
  const { reverse } = result;
  const back = t('stress.back', { loss: percent(reverse.loss.fraction, 0) });
  return (
    <div className="space-y-5">
      <WordsCard
        sentences={result.provenance.simulated ? result.sentences.slice(1) : result.sentences}
        simulated={result.provenance.simulated}
        note={t('stress.note')}
      />
      <Card title={t('stress.scenarios')} learn="stress-test" term={t('stress.scenariosTerm')} padded={false}>
        <Table label={t('stress.scenariosTable')}>
          <thead>
            <tr>
              <Th>{t('stress.scenario')}</Th>
              <Th right>{t('stress.loss')}</Th>
              <Th right>{t('stress.amount')}</Th>
            </tr>
          </thead>
          <tbody>
            {scenarios.map((scenario) => (
              <Tr key={scenario.id} className={scenario.id === id ? 'bg-primary-soft/60' : undefined}>
                <Td>
                  <button
                    type="button"
                    aria-pressed={scenario.id === id}
                    onClick={() => setId(scenario.id)}
                    className="min-h-6 text-left font-medium underline-offset-2 hover:underline aria-pressed:text-primary"
                  >
                    <Name of={scenario} />
                  </button>
                  {scenario.from && scenario.to ? (
                    <span className="block text-caption text-muted">
                      {day(scenario.from)} – {day(scenario.to)}
                    </span>
                  ) : null}
                </Td>
                <Td right>{percentChange(-scenario.loss.fraction, 1)}</Td>
                <Td right>{money(scenario.loss.amount)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </Card>
      <From level="DETAILED">
        {chosen && name ? (
          <Holdings
            name={name}
            holdings={chosen.holdings}
            help={
              <FigureHelp
                question={t('stress.question')}
                term={name}
                name={`scenarios.${result.scenarios.findIndex((it) => it.id === chosen.id)}.loss.fraction`}
              />
            }
          />
        ) : null}
      </From>
      <RepricedCard result={result} />
      <Card
        title={back}
        term={t('stress.backTerm')}
        actions={<FigureHelp question={back} term={t('stress.backTerm')} name="reverse.distance" />}
      >
        <p>
          {t('stress.backLed', { symbol: reverse.biggestContributor, distance: ratio(reverse.distance, 1) })}
        </p>
        {reverse.equityMove === undefined ? null : (
          <p className="mt-1 text-muted">
            {t('stress.backEquity', { move: percentChange(reverse.equityMove, 1) })}
          </p>
        )}
      </Card>
      <StudentCard result={result} figures={taught} />
      <OriginCard provenance={result.provenance} assumptions={result.assumptions} />
    </div>
  );
}

/** A shock has the name that its reader gave it. */
const isOwn = ({ type }: Scenario) => type === 'SHOCK';

function Name({ of: scenario }: { of: Scenario }) {
  return isOwn(scenario) ? scenario.name : <Served>{scenario.name}</Served>;
}

function Holdings({
  name,
  holdings,
  help,
}: {
  name: string;
  holdings: Scenario['holdings'];
  help: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Card title={t('stress.holdings', { name })} actions={help} padded={false}>
      <Table label={t('stress.holdingsTable', { name })}>
        <thead>
          <tr>
            <Th>{t('column.symbol')}</Th>
            <Th right>{t('stress.moves')}</Th>
            <Th right>{t('stress.adds')}</Th>
            <Th>{t('stress.source')}</Th>
          </tr>
        </thead>
        <tbody>
          {holdings.map((holding) => (
            <Tr key={holding.symbol}>
              <Td className="font-medium">{holding.symbol}</Td>
              <Td right>{percentChange(holding.shock, 1)}</Td>
              <Td right>{percent(holding.loss, 1)}</Td>
              <Td>
                {t(`stress.sources.${holding.source}`)}
                {holding.proxy ? (
                  <span className="block text-caption text-muted">
                    <Served>{holding.proxy}</Served>
                  </span>
                ) : null}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
