// Starts `newslint lsp`, and asks for the reason when a finding is to be ignored.

import { commands, ExtensionContext, window, workspace } from "vscode";
import { ExecuteCommandSignature, LanguageClient } from "vscode-languageclient/node";

import { program, selector } from "./options";

let client: LanguageClient | undefined;

/** Called by the editor when the first article is opened. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("newslint.restart", restart),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("newslint")) await restart();
    }),
  );
  await start();
}

/** Called by the editor when it closes. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function restart(): Promise<void> {
  await client?.dispose();
  await start();
}

async function start(): Promise<void> {
  const settings = workspace.getConfiguration("newslint");
  try {
    const server = program(settings.get<string[]>("command", ["newslint"]));
    const languages = settings.get<string[]>("languages", []);
    client = new LanguageClient("newslint", "newslint", server, {
      documentSelector: selector(languages),
      middleware: { executeCommand: withReason },
    });
    await client.start();
  } catch (fault) {
    void window.showErrorMessage(`newslint could not be started: ${String(fault)}. Is 'newslint[lsp]' installed?`);
  }
}

async function withReason(command: string, args: unknown[], next: ExecuteCommandSignature): Promise<unknown> {
  if (command !== "newslint.ignore") return next(command, args);
  const reason = await window.showInputBox({ prompt: "Why is the text right?", value: String(args[2] ?? "") });
  return reason === undefined ? undefined : next(command, [args[0], args[1], reason]);
}
