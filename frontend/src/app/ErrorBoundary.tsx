import { Component, type ReactNode } from 'react';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';

/** A page that fails takes only itself down. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <div className="mx-auto max-w-2xl py-6">
        <ProblemNotice
          error={error}
          onRetry={isMissingPart(error) ? () => location.reload() : () => this.setState({ error: undefined })}
        />
      </div>
    );
  }
}

/** A part of the application that could not be fetched, most often because a newer version is there: only loading anew helps. */
const isMissingPart = (error: unknown) => error instanceof TypeError && /module|import/i.test(error.message);
