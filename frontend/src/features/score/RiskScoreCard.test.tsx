import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { sample } from '../../../mocks/fixtures';
import { riskScore } from '../../../mocks/portfolioFixtures';
import { problem } from '../../../mocks/problem';
import { platform } from '../../../test/render';

vi.mock('@/shared/charts/LiveLine', () => ({
  LiveLine: ({ label }: { label: string }) => <div role="img" aria-label={label} />,
}));

const { open, server } = platform();
const card = async () => within(await screen.findByRole('region', { name: 'How risky is this mix?' }));

describe('the risk score', () => {
  it('stands on the overview with parts that add up, and the loss in money', async () => {
    open('/');
    const score = await card();
    expect(score.getByRole('img', { name: 'Risk score 4 of 7: medium' })).toBeInTheDocument();
    const parts = score
      .getAllByText(/^\d points?$/)
      .map((element) => Number(element.textContent?.split(' ')[0]));
    const total = parts.pop();
    expect(parts.reduce((sum, points) => sum + points, 0)).toBe(total);
    expect(score.getByText(/In 1 month out of 20 expect to lose 5,914 USD/)).toBeInTheDocument();
    expect(score.getByText('−28.7%')).toBeInTheDocument();
    expect(score.getByText('92%')).toBeInTheDocument();
  });

  it('says what it would be when it were not for the highest there is', async () => {
    open(`/portfolios/${sample.id}`);
    server.use(http.get('*/risk-score', () => HttpResponse.json({ ...riskScore, score: 7, beforeCap: 9 })));
    expect((await card()).getByText('9 points, shown as 7, the highest')).toBeInTheDocument();
  });

  it('has no number where there is too little to say, but the reason', async () => {
    open(`/portfolios/${sample.id}`);
    server.use(
      http.get('*/risk-score', () =>
        HttpResponse.json({
          ...riskScore,
          score: undefined,
          status: 'NOT_ENOUGH_DATA',
          reason: 'Not enough data: 12 observations.',
        }),
      ),
    );
    const shown = await card();
    expect(shown.getByText('Not enough data: 12 observations.')).toBeInTheDocument();
    expect(shown.queryByRole('img')).not.toBeInTheDocument();
  });
});

describe('the insights of the overview', () => {
  it('are the three that tell most, with the way to all', async () => {
    open('/');
    const insights = within(await screen.findByRole('region', { name: 'Worth a thought' }));
    expect(insights.getAllByRole('heading', { level: 3 }).map((it) => it.textContent)).toEqual([
      'One position is large',
      'Much lies idle as cash',
      'Prices are old',
    ]);
    expect(insights.getByText('A change would take the risk score from 5 to 4.')).toBeInTheDocument();
    expect(insights.getByRole('link', { name: /See all 3/ })).toHaveAttribute(
      'href',
      `/portfolios/${sample.id}/recommendations`,
    );
  });

  it('being away take nothing else down', async () => {
    open('/');
    server.use(http.get('*/recommendations', () => problem(503, { title: 'Recommendations are away' })));
    expect(await screen.findByText('Recommendations are away')).toBeInTheDocument();
    expect(await screen.findByText('Orbix Semiconductors')).toBeInTheDocument();
  });
});
