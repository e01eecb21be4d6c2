import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadTexts, speak } from '@/shared/i18n/i18n';
import { StreamPill } from './StreamPill';
import { priceFeed } from './useStream';

describe('the stream pill', () => {
  beforeAll(async () => {
    await loadTexts('frame');
    await speak('en');
  });
  afterEach(() => act(() => priceFeed.status.setState({ phase: 'closed', quietSince: undefined })));

  it('says since when prices are delayed, and that they are live again', () => {
    render(<StreamPill />);
    act(() => priceFeed.status.setState({ phase: 'live', quietSince: '2026-11-20T14:02:00Z' }));
    expect(screen.getByRole('status')).toHaveTextContent(/^Delayed since \d\d:02:00$/);
    act(() => priceFeed.status.setState({ quietSince: undefined }));
    expect(screen.getByRole('status')).toHaveTextContent(/^Live$/);
  });
});
