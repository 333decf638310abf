// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** Every resource of the api. */
abstract class Resources {
    private final MessagesResource messages;
    private final TemplatesResource templates;
    private final VerificationsResource verifications;
    private final FraudResource fraud;
    private final RoutingResource routing;
    private final SuppressionsResource suppressions;
    private final CapsResource caps;
    private final ConsentsResource consents;
    private final TopicsResource topics;
    private final ListsResource lists;
    private final ImportsResource imports;
    private final PeopleResource people;
    private final InboundResource inbound;
    private final WebhooksResource webhooks;
    private final AuditResource audit;
    private final CountriesResource countries;
    private final DltResource dlt;
    private final ComplianceResource compliance;
    private final SendersResource senders;
    private final PricesResource prices;
    private final NetworksResource networks;
    private final RequestsResource requests;
    private final WorkspaceResource workspace;

    Resources(Transport transport) {
        this.messages = new MessagesResource(transport);
        this.templates = new TemplatesResource(transport);
        this.verifications = new VerificationsResource(transport);
        this.fraud = new FraudResource(transport);
        this.routing = new RoutingResource(transport);
        this.suppressions = new SuppressionsResource(transport);
        this.caps = new CapsResource(transport);
        this.consents = new ConsentsResource(transport);
        this.topics = new TopicsResource(transport);
        this.lists = new ListsResource(transport);
        this.imports = new ImportsResource(transport);
        this.people = new PeopleResource(transport);
        this.inbound = new InboundResource(transport);
        this.webhooks = new WebhooksResource(transport);
        this.audit = new AuditResource(transport);
        this.countries = new CountriesResource(transport);
        this.dlt = new DltResource(transport);
        this.compliance = new ComplianceResource(transport);
        this.senders = new SendersResource(transport);
        this.prices = new PricesResource(transport);
        this.networks = new NetworksResource(transport);
        this.requests = new RequestsResource(transport);
        this.workspace = new WorkspaceResource(transport);
    }

    public MessagesResource messages() {
        return messages;
    }

    public TemplatesResource templates() {
        return templates;
    }

    public VerificationsResource verifications() {
        return verifications;
    }

    public FraudResource fraud() {
        return fraud;
    }

    public RoutingResource routing() {
        return routing;
    }

    public SuppressionsResource suppressions() {
        return suppressions;
    }

    public CapsResource caps() {
        return caps;
    }

    public ConsentsResource consents() {
        return consents;
    }

    public TopicsResource topics() {
        return topics;
    }

    public ListsResource lists() {
        return lists;
    }

    public ImportsResource imports() {
        return imports;
    }

    public PeopleResource people() {
        return people;
    }

    public InboundResource inbound() {
        return inbound;
    }

    public WebhooksResource webhooks() {
        return webhooks;
    }

    public AuditResource audit() {
        return audit;
    }

    public CountriesResource countries() {
        return countries;
    }

    public DltResource dlt() {
        return dlt;
    }

    public ComplianceResource compliance() {
        return compliance;
    }

    public SendersResource senders() {
        return senders;
    }

    public PricesResource prices() {
        return prices;
    }

    public NetworksResource networks() {
        return networks;
    }

    public RequestsResource requests() {
        return requests;
    }

    public WorkspaceResource workspace() {
        return workspace;
    }
}
