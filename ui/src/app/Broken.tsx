/** What stands in place of a page that broke: a sentence and a way on. Rail and status bar stay, so that nobody is stuck. */
import { Button } from "antd";
import type { ReactNode } from "react";
import { Component } from "react";
import { Empty } from "../ui/Page";
import { word } from "../words/i18n";

interface Props {
  /** The address: another page is shown whole again. */
  at: string;
  children: ReactNode;
}

interface State {
  error: Error | null;
  at: string;
  /** How often this page was tried again. */
  tried: number;
}

/** A class, because React tells what broke to classes only. */
export class Broken extends Component<Props, State> {
  override state: State = { error: null, at: this.props.at, tried: 0 };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps({ at }: Props, state: State): State | null {
    return at === state.at ? null : { error: null, at, tried: 0 };
  }

  again = (): void => {
    // A page whose code did not arrive stays so until everything is loaded anew.
    if (this.state.tried > 0) window.location.reload();
    else this.setState({ error: null, tried: 1 });
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="page" role="alert">
        <Empty title={word("ui.shell.broken.title")} text={word("ui.shell.broken.text")}>
          <Button type="primary" onClick={this.again}>
            {word("ui.shell.broken.again")}
          </Button>
          <span className="second">{word("ui.shell.broken.said", { what: error.message })}</span>
        </Empty>
      </div>
    );
  }
}
