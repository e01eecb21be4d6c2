import { Component, type ReactNode } from 'react';
import { ProblemNotice } from '@/shared/ui/ProblemNotice';

/** A page that fails takes only itself down. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <ProblemNotice error={this.state.error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
