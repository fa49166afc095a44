#!/usr/bin/perl
# Drives the sandbox registry with an EPP client that is not ours (Debian: libnet-epp-perl).
# Arguments: port, file of the authority's certificate, client id, password, name, current date (for the renewal).
use strict;
use warnings;
use Net::EPP::Simple;

my ($port, $ca_file, $user, $password, $name, $expiry) = @ARGV;

sub want {
	my ($what, $held) = @_;
	die sprintf("%s: %s %s\n", $what, $Net::EPP::Simple::Code // '', $Net::EPP::Simple::Error // '') unless $held;
	print "$what\n";
}

my $epp = Net::EPP::Simple->new(
	host => 'localhost', port => $port, user => $user, pass => $password,
	verify => 1, ca_file => $ca_file, timeout => 20, load_config => 0,
);
want('login', $epp);
want('check', $epp->check_domain($name) == 1);
want('create contact', $epp->create_contact({
	id => 'PERL-HOLDER', voice => '+84.912345678', fax => '', email => 'perl@example.com',
	authInfo => 'secret-of-contact',
	postalInfo => {
		loc => { name => "Nguy\x{1ec5}n V\x{103}n B", org => 'A & B <Co>', addr => {
			street => ["1 Ph\x{1ed1} Hu\x{1ebf}"], city => "H\x{e0} N\x{1ed9}i", sp => '', pc => '10000', cc => 'VN',
		} },
	},
}));
want('contact info', $epp->contact_info('PERL-HOLDER')->{postalInfo}->{loc}->{org} eq 'A & B <Co>');
want('create host', $epp->create_host({ name => 'ns1.perl.example', addrs => [] }));
want('create domain', $epp->create_domain({
	name => $name, period => 1, registrant => 'PERL-HOLDER', authInfo => 'secret-of-name',
	contacts => { admin => 'PERL-HOLDER', tech => 'PERL-HOLDER' }, ns => ['ns1.perl.example'],
}));
my $info = $epp->domain_info($name);
want('domain info', $info && $info->{registrant} eq 'PERL-HOLDER' && $info->{ns}->[0] eq 'ns1.perl.example');
want('renew', $epp->renew_domain({ name => $name, cur_exp_date => substr($info->{exDate}, 0, 10), period => 2 }));
want('new expiry', substr($epp->domain_info($name)->{exDate}, 0, 10) eq $expiry);
want('update', $epp->update_domain({ name => $name, add => { status => ['clientHold'] } }));
want('status', grep { $_ eq 'clientHold' } @{ $epp->domain_info($name)->{status} });
want('taken', $epp->check_domain($name) == 0);
want('logout', $epp->logout);
