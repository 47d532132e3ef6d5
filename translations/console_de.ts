<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>ApiClient</name>
    <message>
        <source>The server&apos;s certificate is not of this cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and the certificate file that you were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be busy; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway closed the connection before it answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be restarting, or want a client certificate that you have not given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gateway answers at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address and that the cluster runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s answer cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be of another version than this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway answered with status %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmbeddedHost</name>
    <message>
        <source>Opening keys, certificates and data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the provider simulator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Electing a leader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validators seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sources are asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a property becomes units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a doubtful price is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a reviewer decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a project becomes credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a shipment becomes a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>units are transferred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proofs are verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balances are added up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more holders arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records wait for review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 M</source>
        <extracomment>A count in millions; %1 is a number like 1.2</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A share in percent; %1 is a number</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 min</source>
        <extracomment>Hours and minutes, like &quot;2 h 10 min&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weather</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valuation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retirement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Observation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Air quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted by score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniqueness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property in units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipment batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REPLAYED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Senior reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Risk officer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slim node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treasurer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custodian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slim</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocalStore</name>
    <message>
        <source>This computer could not keep your draft: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check free disk space and permissions; until then nothing is kept when you close the window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::console::EmbeddedHost</name>
    <message>
        <source>Training cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo data is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo data is not complete: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cluster runs here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::CopyField</name>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::EvidenceView</name>
    <message>
        <source>Text</source>
        <extracomment>Form of raw bytes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binary</source>
        <extracomment>Form of raw bytes: shown in hexadecimal</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digest of the bytes (SHA-256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw bytes as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… Fetching</source>
        <extracomment>State of raw bytes</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… Checking</source>
        <extracomment>State of raw bytes: their SHA-256 is being computed</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Matches the ledger</source>
        <extracomment>The bytes have the SHA-256 that the ledger recorded</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ Does not match the ledger</source>
        <extracomment>The bytes do not have the SHA-256 that the ledger recorded</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not the bytes that the ledger recorded. Do not rely on them; tell whoever runs the evidence store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not checked</source>
        <extracomment>There is no SHA-256 to compare with</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Not available</source>
        <extracomment>The bytes could not be had</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field %1 in these bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a part is shown: %1 characters of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Form and size of raw bytes, like &quot;JSON, 1.2 kB&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::HeaderBar</name>
    <message>
        <source>EMBEDDED</source>
        <extracomment>The cluster runs inside this program</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REMOTE</source>
        <extracomment>The cluster runs on servers</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRAINING</source>
        <extracomment>A cluster to practise on</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <extracomment>Everything in this cluster may come from a simulator</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GENESIS NOT CHECKED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You gave no genesis digest, so nothing tells this cluster from another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) healthy</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) down</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer&apos;s clock differs by %1 from the cluster&apos;s; times count by the cluster&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection since %1; next try in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in. Press to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::MainWindow</name>
    <message>
        <source>Aurigraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo data is on its way (%1 of %2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <extracomment>Menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave this cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify a &amp;proof file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <extracomment>Menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for everything &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <extracomment>Menu</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Aurigraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Aurigraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 transactions/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>final within %1 ms (99 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with a key file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aurigraph %1

A final block is covered by signatures of a majority of validators. That is evidence against a validator that signs two histories; it does not make three nodes safe against a majority of stolen keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Aurigraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the cluster …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when you start the console again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::ScoreWaterfall</name>
    <message>
        <source>Cap %1</source>
        <extracomment>A limit of the score; %1 is its letter, %2 the rule that set it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <extracomment>The sum of all checks</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing lost of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 lost of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cap %1, by rule %2, holds the score at %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted from %1 on, for review from %2 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::Session</name>
    <message>
        <source>This gateway speaks version %1 of the API; this program speaks v11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a console of the same release as the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s genesis file cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another cluster: its genesis digest is not the one you gave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the digest with whoever runs the cluster before you change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s answer cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be of another version than this program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are your key: a file sealed with a passphrase on this computer. The cluster sees only your signature, never the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed keys (*.agkey)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StartPage</name>
    <message>
        <source>%1 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Aurigraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real-world assets become tokens on a replicated ledger: every record is checked, doubtful ones are decided by people, and everything can be proven afterwards. Where do you want to work?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a cluster here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validators, business and slim nodes inside this program, with your data kept on this computer. Nothing else needs to be installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on a cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cluster with demo data to try everything on: reviews that wait, assets, tokens and proofs. All of it is SIMULATED and thrown away when you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cluster that runs on servers. You need its address and its certificate file, and should know its genesis digest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Validators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Business nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;lim nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep its data between runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its data comes from the built-in provider simulator and is marked SIMULATED for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Goes on with %n validator(s) down.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Folder of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters you have used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Certificate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64 hex digits, from whoever runs the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Genesis digest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate file says which servers to believe; no other certificate is. The genesis digest says which ledger it is: without it, this window shows what it is told and marks the cluster as not checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept from last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting a training cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting your cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the window&apos;s connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking which cluster it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the cluster&apos;s address: a name or number, and a port if it is not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate file holds no certificate. Ask whoever runs the cluster for its root certificate (a .pem file).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The genesis digest has 64 digits from 0 to 9 and a to f.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>aurigraph::ui::StatePane</name>
    <message>
        <source>This is not shown to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection since %1. What you see is from then. Trying again at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer since %1. What you see is from then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These values are from %1; newer ones are being asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page fills as soon as it is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
