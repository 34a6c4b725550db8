// The command that shows one secret to an operator who must enter it somewhere else.

/** The newest value alone; it is shown only to whoever runs this. */
export function readOneCommand(parameter: string, name: string): string {
  return `aws ssm get-parameter --name ${parameter} --with-decryption --query Parameter.Value --output text | node -p 'JSON.parse(fs.readFileSync(0)).${name}.split(" ").at(-1)'`;
}
