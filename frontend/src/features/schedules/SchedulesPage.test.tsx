import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';
import type { Schedule } from '@/api/types';
import { sample } from '../../../mocks/fixtures';
import { problem } from '../../../mocks/problem';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open, server } = platform();

const monday: Schedule = {
  id: '0198a000-0000-7000-8000-000000000700',
  name: 'Monday check',
  request: { kind: 'risk', portfolioId: sample.id },
  cadence: 'WEEKLY',
  dayOfWeek: 'MONDAY',
  time: '07:30',
  zone: 'Europe/Berlin',
  enabled: true,
  nextRunAt: '2026-11-30T06:30:00Z',
  lastRun: { analysisId: '0198a000-0000-7000-8000-000000000701', at: '2026-11-23T06:30:00Z' },
  createdAt: '2026-11-20T20:00:00Z',
  updatedAt: '2026-11-20T20:00:00Z',
};

describe('schedules', () => {
  it('are made in place, each week on a day', async () => {
    const state = open('/schedules');
    await userEvent.selectOptions(await screen.findByLabelText('Calculation'), 'stress');
    await userEvent.click(screen.getByRole('radio', { name: 'Every week' }));
    await userEvent.selectOptions(screen.getByLabelText('On'), 'Friday');
    await userEvent.click(screen.getByRole('button', { name: 'Add schedule' }));
    const item = (await screen.findByRole('heading', { name: 'Stress test: Sample portfolio' })).closest(
      'li',
    );
    expect(item).toHaveTextContent(/every Friday at 07:30/);
    expect(state.schedules[0]).toMatchObject({
      request: { kind: 'stress', portfolioId: sample.id },
      cadence: 'WEEKLY',
      dayOfWeek: 'FRIDAY',
      time: '07:30',
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  });

  it('say when they ran last and run next, are paused, and are deleted after a question', async () => {
    const state = open('/schedules', { schedules: [{ ...monday }] });
    const item = within(
      (await screen.findByRole('heading', { name: 'Monday check' })).closest('li') as HTMLElement,
    );
    expect(item.getByRole('link', { name: 'Show it' })).toHaveAttribute(
      'href',
      '/risk/0198a000-0000-7000-8000-000000000701',
    );
    await expectAccessible();
    await userEvent.click(item.getByRole('button', { name: 'Pause “Monday check”' }));
    expect(await item.findByText('Not while it is paused')).toBeInTheDocument();
    expect(state.schedules[0]).toMatchObject({ enabled: false, dayOfWeek: 'MONDAY', zone: 'Europe/Berlin' });
    await userEvent.click(item.getByRole('button', { name: 'Delete “Monday check”' }));
    await userEvent.click(item.getByRole('button', { name: 'Delete it' }));
    await waitFor(() => expect(state.schedules).toEqual([]));
    expect(await screen.findByText('Nothing is scheduled yet')).toBeInTheDocument();
  });

  it('say why the last time did not go, and why one has paused itself', async () => {
    const at = '2026-11-24T06:30:00Z';
    const lastProblem = { at, title: 'Refused', detail: 'The portfolio is empty.', status: 422, errors: [] };
    const pausedBecause = 'It was refused five times in a row.';
    open('/schedules', { schedules: [{ ...monday, enabled: false, lastProblem, pausedBecause }] });
    expect(await screen.findByText(/The portfolio is empty\./)).toBeInTheDocument();
    expect(screen.getByRole('note')).toHaveTextContent(pausedBecause);
  });

  it('keep what was chosen when the plan has no room for one more', async () => {
    open('/schedules');
    server.use(
      http.post('*/api/v1/analysis-schedules', () =>
        problem(402, { title: 'The plan allows no more', detail: 'analysisSchedules: 1 of 1' }),
      ),
    );
    await userEvent.type(await screen.findByLabelText('Name'), 'Mine');
    await userEvent.click(screen.getByRole('button', { name: 'Add schedule' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('analysisSchedules: 1 of 1');
    expect(screen.getByLabelText('Name')).toHaveValue('Mine');
  });
});
