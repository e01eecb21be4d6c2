import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { entries } from '@/shared/navigation/navigation';
import { useSettings } from '@/shared/settings/settings';
import { expectAccessible } from '../../../test/axe';
import { platform } from '../../../test/render';

const { open } = platform();
afterEach(() => useSettings.setState({ keys: true }));

describe('single keys', () => {
  it('are each of one page', () => {
    const letters = entries.flatMap(({ go }) => go ?? []);
    expect(letters.length).toBeGreaterThan(8);
    expect(new Set(letters).size).toBe(letters.length);
  });

  it('g and a letter go to a page, but not while something is being typed', async () => {
    open('/schedules');
    await userEvent.type(await screen.findByLabelText('Name'), 'gr');
    expect(screen.getByRole('heading', { level: 1, name: 'Schedules' })).toBeInTheDocument();
    await userEvent.click(document.body);
    await userEvent.keyboard('gr');
    expect(await screen.findByRole('heading', { level: 1, name: 'Risk check' })).toBeInTheDocument();
  });

  it('are told by ?, and can be switched off', async () => {
    open('/jobs');
    await screen.findByRole('heading', { level: 1 });
    await userEvent.keyboard('?');
    expect(await screen.findByRole('dialog', { name: 'Keys' })).toHaveTextContent('Overview');
    await expectAccessible();
    await userEvent.click(screen.getByLabelText('Single keys'));
    expect(useSettings.getState().keys).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await userEvent.keyboard('gr');
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1, name: 'Calculations' })).toBeVisible(),
    );
  });
});
