<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox;

/** Every resource of the api. */
abstract class Resources
{
    public readonly Resource\Messages $messages;
    public readonly Resource\Templates $templates;
    public readonly Resource\Verifications $verifications;
    public readonly Resource\Fraud $fraud;
    public readonly Resource\Routing $routing;
    public readonly Resource\Suppressions $suppressions;
    public readonly Resource\Caps $caps;
    public readonly Resource\Consents $consents;
    public readonly Resource\Topics $topics;
    public readonly Resource\Lists $lists;
    public readonly Resource\Imports $imports;
    public readonly Resource\People $people;
    public readonly Resource\Inbound $inbound;
    public readonly Resource\Webhooks $webhooks;
    public readonly Resource\Audit $audit;
    public readonly Resource\Countries $countries;
    public readonly Resource\Dlt $dlt;
    public readonly Resource\Compliance $compliance;
    public readonly Resource\Senders $senders;
    public readonly Resource\Prices $prices;
    public readonly Resource\Networks $networks;
    public readonly Resource\Requests $requests;
    public readonly Resource\Workspace $workspace;

    protected function __construct(Transport $transport)
    {
        $this->messages = new Resource\Messages($transport);
        $this->templates = new Resource\Templates($transport);
        $this->verifications = new Resource\Verifications($transport);
        $this->fraud = new Resource\Fraud($transport);
        $this->routing = new Resource\Routing($transport);
        $this->suppressions = new Resource\Suppressions($transport);
        $this->caps = new Resource\Caps($transport);
        $this->consents = new Resource\Consents($transport);
        $this->topics = new Resource\Topics($transport);
        $this->lists = new Resource\Lists($transport);
        $this->imports = new Resource\Imports($transport);
        $this->people = new Resource\People($transport);
        $this->inbound = new Resource\Inbound($transport);
        $this->webhooks = new Resource\Webhooks($transport);
        $this->audit = new Resource\Audit($transport);
        $this->countries = new Resource\Countries($transport);
        $this->dlt = new Resource\Dlt($transport);
        $this->compliance = new Resource\Compliance($transport);
        $this->senders = new Resource\Senders($transport);
        $this->prices = new Resource\Prices($transport);
        $this->networks = new Resource\Networks($transport);
        $this->requests = new Resource\Requests($transport);
        $this->workspace = new Resource\Workspace($transport);
    }
}
