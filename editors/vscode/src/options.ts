// What the settings of the editor mean for the server: kept apart from the editor so that it can be tested without one.

/** A program and its arguments. */
export interface Program {
  command: string;
  args: string[];
}

/** The program that serves, from the setting `newslint.command`; throws if the setting names none. */
export function program(setting: readonly string[]): Program {
  const [command, ...first] = setting;
  if (command === undefined || command.trim() === "") {
    throw new Error('the setting "newslint.command" names no program; write ["newslint"]');
  }
  return { command, args: [...first, "lsp"] };
}

/** Which documents are sent to the server: those of some languages, saved or not. */
export function selector(languages: readonly string[]): { language: string; scheme: string }[] {
  return languages.flatMap((language) => ["file", "untitled"].map((scheme) => ({ language, scheme })));
}
