import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '@/api/problem';
import { ProblemNotice } from './ProblemNotice';

const show = (error: unknown, onRetry?: () => void) =>
  render(
    <MemoryRouter>
      <ProblemNotice error={error} onRetry={onRetry} />
    </MemoryRouter>,
  );

describe('each class of refusal has a face that says what can be done', () => {
  it.each([
    [401, 'Sign in in a new tab'],
    [402, 'Your plan does not include more'],
    [403, 'Your role does not include this'],
    [404, 'It may have been deleted meanwhile'],
    [409, 'does not go together with what is there now'],
    [412, 'Somebody changed it after you opened it'],
    [413, 'Send less at once'],
    [422, 'Change what is named here'],
    [500, 'is away for a moment'],
    [503, 'is away for a moment'],
  ])('%d', (status, advice) => {
    show(new Problem(status, { title: 'Refused', detail: 'Because.' }));
    const notice = screen.getByRole('alert');
    expect(notice).toHaveTextContent('Refused');
    expect(notice).toHaveTextContent('Because.');
    expect(notice).toHaveTextContent(advice);
  });

  it('429 says how long to wait', () => {
    show(new Problem(429, { title: 'Too many' }, '7'));
    expect(screen.getByRole('alert')).toHaveTextContent('Try again in 7 seconds');
  });

  it('a line that is down says so and tries again when asked', async () => {
    const again = vi.fn();
    show(Problem.unreachable(), again);
    expect(screen.getByRole('alert')).toHaveTextContent('Riskwatch cannot be reached');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(again).toHaveBeenCalledOnce();
  });

  it('a session that has ended is renewed in another tab, so that what was typed stays', () => {
    show(new Problem(401, { title: 'Unauthorized' }));
    const link = screen.getByRole('link', { name: 'Sign in in a new tab' });
    expect(link).toHaveAttribute('target', '_blank');
  });

  it('a service that is away leads to the status', () => {
    show(new Problem(503, { title: 'Away' }));
    expect(screen.getByRole('link', { name: 'See what is away' })).toHaveAttribute('href', '/status');
  });
});
